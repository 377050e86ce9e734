import Ajv from 'ajv'
import addFormats from 'ajv-formats'
import { validateXML } from 'xmllint-wasm'
import { ATOM_GRAMMAR, JSON_FEED_SCHEMA, RSS_GRAMMAR } from './feed-schemas'

/** What a grammar has against an XML file; nothing when it is valid. */
export async function complaints(xml: string, grammar: string): Promise<string[]> {
  const xmls = [{ fileName: 'feed.xml', contents: xml }]
  const { errors } = await validateXML({ xml: xmls, schema: [grammar], extension: 'relaxng' })
  return errors.map((error) => error.message)
}

export const atomComplaints = (xml: string) => complaints(xml, ATOM_GRAMMAR)
export const rssComplaints = (xml: string) => complaints(xml, RSS_GRAMMAR)

const ajv = new Ajv({ allErrors: true, strict: false })
addFormats(ajv)
const isJsonFeed = ajv.compile(JSON_FEED_SCHEMA)

export function jsonFeedComplaints(text: string): string[] {
  return isJsonFeed(JSON.parse(text))
    ? []
    : (isJsonFeed.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
