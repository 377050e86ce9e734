import { expect, test } from 'vitest'
import { sharedSurname, surnameOf } from './conflicts'

test.each([
  ['Ada Lovelace', 'lovelace'],
  ['José García', 'garcia'],
  ['Anna van der Berg', 'berg'],
  ['Sammy Davis Jr.', 'davis'],
  ['王小明', '王'],
  ['欧阳娜娜', '欧阳'],
  ['Prince', null],
  ['', null],
])('the surname of %s is %s', (name, surname) => {
  expect(surnameOf(name)).toBe(surname)
})

test('a surname is shared without regard to case and accents, and a lone name is none', () => {
  expect(sharedSurname('Lia GARCÍA', 'Jo Garcia')).toBe('garcia')
  expect(sharedSurname('王小明', '王芳')).toBe('王')
  expect(sharedSurname('Prince', 'Prince')).toBeNull()
  expect(sharedSurname('Ada Lovelace', 'Ada Byron')).toBeNull()
})
