/** Somebody's plain text as paragraphs; an empty line parts them, single line ends stay. */
export function PlainProse({ text, lang }: { text: string; lang?: string }) {
  const paragraphs = text.trim().split(/\n\s*\n/)
  return (
    <div className="prose" lang={lang}>
      {paragraphs.map((paragraph, index) => (
        <p key={index} style={{ whiteSpace: 'pre-line' }}>
          {paragraph}
        </p>
      ))}
    </div>
  )
}
