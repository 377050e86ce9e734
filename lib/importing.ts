/** What an importer is asked for besides its file. */
export interface ImportOptions {
  /** Work everything out and write nothing. */
  isDryRun: boolean
  /** The slug of the event that the file belongs to, where the kind needs one. */
  event: string | null
  /** `12=ada`: record 12 is the person with the slug ada; `12=new`: it is nobody known. */
  same?: string[]
  /** `ArgoCD=argo`: a spelling of a project, to be kept. */
  alias?: string[]
}

/** What an importer did, or on a dry run would do; every line is ready to print. */
export interface ImportReport {
  /** False where nothing was, or could be, written: the notes say why. */
  ok: boolean
  /** One line for each difference, as `+ falco: sandbox on 2018-10-10`, `- …` or `~ …`. */
  changes: string[]
  /** What was not understood, is doubtful or was dropped, with its place: `landscape.yml:120:9 …`. */
  notes: string[]
  /** The closing line, with counts. */
  summary: string
}

export type Importer = (file: string, options: ImportOptions) => Promise<ImportReport>

/** One that reads several files as one, or a folder of them. */
export type FilesImporter = (files: string[], options: ImportOptions) => Promise<ImportReport>
