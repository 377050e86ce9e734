import { localized } from '@/lib/i18n/addresses'
import { type DirectoryFilter, filterQuery } from '../rules/directory'

/** The directory's address with this filter, from its first page unless said otherwise. */
export function directoryHref(filter: DirectoryFilter, change: Partial<DirectoryFilter>, locale: string): string {
  const query = filterQuery({ ...filter, page: 1, ...change })
  return localized('/ambassadors', locale) + (query && `?${query}`)
}
