import { sideBySideMetadata, sideBySidePage } from '@/features/content/components/side-by-side-page'

export const generateMetadata = sideBySideMetadata('case-study')
export default sideBySidePage('case-study')
