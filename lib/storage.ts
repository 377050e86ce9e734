import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { AwsClient } from 'aws4fetch'
import { env } from './env'

/** Where files that people upload are kept. A name is final: what is under it never changes. */
export interface Storage {
  put(name: string, bytes: Uint8Array, type: string): Promise<void>
  /** Null where there is none. */
  get(name: string): Promise<Buffer | null>
  remove(name: string): Promise<void>
}

const NAME = /^[a-z0-9][a-z0-9.-]{0,120}$/

/** A bucket where one is configured, else a folder beside the database. */
export function storage(): Storage {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, LECTERN_DATA } = env()
  if (S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY && S3_SECRET_KEY)
    return bucket({
      address: `${S3_ENDPOINT.replace(/\/+$/, '')}/${S3_BUCKET}`,
      keys: { accessKeyId: S3_ACCESS_KEY, secretAccessKey: S3_SECRET_KEY },
    })
  return folder(path.join(LECTERN_DATA, 'files'))
}

export function folder(root: string): Storage {
  const at = (name: string) => path.join(root, checked(name))
  return {
    async put(name, bytes) {
      const file = at(name)
      await mkdir(root, { recursive: true })
      const scratch = `${file}.${randomUUID()}`
      await writeFile(scratch, bytes)
      await rename(scratch, file)
    },
    async get(name) {
      return readFile(at(name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
    },
    remove: (name) => rm(at(name), { force: true }),
  }
}

interface Bucket {
  /** Of the bucket, path style. */
  address: string
  keys: { accessKeyId: string; secretAccessKey: string }
}

/** Anything that speaks S3's language, addressed by path. */
export function bucket({ address, keys }: Bucket): Storage {
  const client = new AwsClient({ ...keys, service: 's3', region: 'us-east-1', retries: 2 })
  const ask = async (method: string, name: string, init: RequestInit = {}, expected = [200]) => {
    const answer = await client.fetch(`${address}/${checked(name)}`, { method, ...init })
    if (!expected.includes(answer.status)) throw new Error(`The bucket answered ${answer.status} to ${method} ${name}`)
    return answer
  }
  return {
    async put(name, bytes, type) {
      await ask('PUT', name, { body: Buffer.from(bytes), headers: { 'content-type': type } })
    },
    async get(name) {
      const answer = await ask('GET', name, {}, [200, 404])
      return answer.status === 404 ? null : Buffer.from(await answer.arrayBuffer())
    },
    async remove(name) {
      await ask('DELETE', name, {}, [200, 204, 404])
    },
  }
}

function checked(name: string): string {
  if (!NAME.test(name)) throw new Error(`Not a file’s name: ${name}`)
  return name
}
