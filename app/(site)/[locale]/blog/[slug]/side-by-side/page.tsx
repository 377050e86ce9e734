import { sideBySideMetadata, sideBySidePage } from '@/features/content/components/side-by-side-page'

export const generateMetadata = sideBySideMetadata('article')
export default sideBySidePage('article')
