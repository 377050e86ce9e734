import { PageHeader } from '@/components/page-header'
import { gateDemo } from '@/features/access/gate'
import { Actions } from './_sections/actions'
import { Choices } from './_sections/choices'
import { Colors } from './_sections/colors'
import { Fields } from './_sections/fields'
import { Figures } from './_sections/figures'
import { FormErrors } from './_sections/form-errors'
import { Navigation } from './_sections/navigation'
import { Overlays } from './_sections/overlays'
import { Progression } from './_sections/progression'
import { Reading } from './_sections/reading'
import { States } from './_sections/states'
import { Tables } from './_sections/tables'
import { TypeScale } from './_sections/type-scale'
import { Specimen } from './_specimen'

export default async function DesignPage() {
  await gateDemo('/dev/design')
  return (
    <main className="wrap">
      <PageHeader
        kicker="Design"
        title="What Lectern is made of"
        lede="Every token and every component in all its states, light and dark side by side."
        meta={
          <>
            <span>Whole pages:</span>
            <a href="/dev/design/article">an article</a>
            <a href="/dev/design/form">a form</a>
            <a href="/dev/design/desk">a desk</a>
          </>
        }
      />
      <Specimen title="Colour" of={Colors} />
      <Specimen title="Type" of={TypeScale} />
      <Specimen title="Buttons and links" of={Actions} />
      <Specimen title="Fields" of={Fields} />
      <Specimen title="Choices" of={Choices} />
      <Specimen title="A form with errors" of={FormErrors} />
      <Specimen title="States" of={States} />
      <Specimen title="Progress and waiting" of={Progression} />
      <Specimen title="Finding the way" of={Navigation} />
      <Specimen title="Tables" of={Tables} />
      <Specimen title="Cards and figures" of={Figures} />
      <Specimen title="Reading" of={Reading} />
      <Specimen title="What floats" of={Overlays} />
    </main>
  )
}
