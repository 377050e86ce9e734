/** What is said to whoever wants what their profile cannot have. */
export const TAKEN_HANDLE = 'Somebody else’s profile has this already. Write to us if it is yours'

export const PHOTO_REFUSALS = {
  'too-heavy': 'The picture has more than 5 MB. Choose a smaller one',
  'not-a-picture': 'This is no picture that can be read. Choose a JPEG, PNG, WebP or AVIF file',
  'too-many-pixels': 'The picture has more than 40 million pixels. Choose a smaller one',
  'too-small': 'The picture is smaller than 160 pixels on one side. Choose a larger one',
}

export const SLUG_REFUSALS = {
  'not-a-slug': 'Use letters a to z, digits and single hyphens, not digits alone; at most 80',
  taken: 'This address is or was somebody else’s. Choose another',
  'too-many': 'You have had eight addresses. Go back to one of them, or write to us',
  'not-found': 'This person is not there any more',
}
