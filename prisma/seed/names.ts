import { slugify } from '@/lib/slug'
import type { Random } from './random'

export interface Name {
  name: string
  /** What the address of the person's page is made of. */
  latin: string
}

const GIVEN = [
  'Adaeze', 'Agnieszka', 'Aino', 'Alejandra', 'Amara', 'Anouk', 'Anselm', 'Arjun', 'Asel', 'Aurelio', 'Ayşe', 'Bartek',
  'Beatriz', 'Bronwyn', 'Camille', 'Cemre', 'Chiara', 'Dagný', 'Dalia', 'Désirée', 'Dmytro', 'Edda', 'Eero', 'Efua',
  'Elif', 'Emeka', 'Enrique', 'Faisal', 'Farah', 'Fionnuala', 'Gaël', 'Giulia', 'Gwen', 'Hana', 'Hedda', 'Hiroshi',
  'Ifeoma', 'Ilja', 'Imani', 'Inês', 'Ingrid', 'Ioana', 'Iván', 'Jelena', 'Joaquim', 'Jolanta', 'Jun', 'Kaito',
  'Karim', 'Katarzyna', 'Kavya', 'Kofi', 'Kwame', 'Laleh', 'Leilani', 'Lena', 'Ligia', 'Liv', 'Lukáš', 'Luz', 'Maeve',
  'Magnus', 'Mairéad', 'Marisol', 'Mateo', 'Matthieu', 'Meera', 'Mihai', 'Milica', 'Minh', 'Nadia', 'Naledi', 'Nikhil',
  'Nils', 'Noor', 'Oksana', 'Olu', 'Oriol', 'Otis', 'Paloma', 'Pádraig', 'Petra', 'Rafaela', 'Ravi', 'Renata', 'Rhys',
  'Roos', 'Rui', 'Sanne', 'Sadia', 'Seda', 'Séamus', 'Shira', 'Sigrid', 'Simão', 'Søren', 'Suresh', 'Tadeusz', 'Tamsin',
  'Tariq', 'Temperance', 'Thabo', 'Þóra', 'Tiago', 'Tove', 'Urša', 'Valentina', 'Vikram', 'Wanjiru', 'Xochitl', 'Yael',
  'Yara', 'Yusuf', 'Zainab', 'Zofia', 'Zoë',
] // biome-ignore format: a list of words reads better filled
const FAMILY = [
  'Abara', 'Achterberg', 'Adeyemi-Holt', 'Alcántara', 'Ambrosini', 'Andersson Vik', 'Aravena', 'Åkerblom', 'Balakrishna',
  'Banerji', 'Beaulac', 'Bielecka', 'Björnsdóttir', 'Boateng', 'Bramwell', 'Brzezińska', 'Calloway', 'Castellani',
  'Çelikbaş', 'Chukwuma', 'Corrigan', 'da Encarnação', 'Dąbek', 'de Wael', 'Delacroix-Nguema', 'Đurašković', 'Echeverri',
  'El Amrani', 'Eskildsen', 'Fairweather', 'Farahani', 'Ferreira Paz', 'Fjeldstad', 'Gallardo', 'Ghorbani', 'Grünwald',
  'Gudmundsen', 'Gyamfi', 'Hadžić', 'Harcourt', 'Hasegawa', 'Hinterleitner', 'Horváthová', 'Iyengar', 'Iwuchukwu',
  'Jakobsen', 'Jimoh', 'Kaczmarczyk', 'Kanerva', 'Khatibi', 'Kleinhans', 'Kovalchuk', 'Krishnan', 'Kuznetsova', 'Lachance',
  'Lindqvist', 'Llewellyn', 'Łukasik', 'Mac Giolla', 'Mahlangu', 'Makinwa', 'Maldonado', 'Marchetti', 'Mäkelä',
  'Mwangi-Roth', 'Nakashima', 'Ndiaye', 'Nørregaard', 'Núñez', 'Obafemi', 'Oduya', 'Ó Dálaigh', 'Okonjo', 'Oyelaran',
  'Özdemir', 'Papadaki', 'Pereyra', 'Petrauskas', 'Quispe', 'Radulescu', 'Ramanathan', 'Rautio', 'Rosenthal', 'Sáenz',
  'Sakamoto', 'Santorelli', 'Schellekens', 'Şahin', 'Sepulveda', 'Shevchuk', 'Siddiqa', 'Sigurðsson', 'Skarsgaard',
  'Solheim', 'Szymczak', 'Takahara', 'Tchoumi', 'Tekin', 'Thorburn', 'Tkachuk', 'Ubeda', 'Uzun', 'van Rijswick',
  'Vasquez', 'Vīksna', 'Voskuijlen', 'Wachira', 'Wainwright', 'Wickramasinghe', 'Wiśniowska', 'Xhafa', 'Yamanaka',
  'Yıldırım', 'Zandstra', 'Zielonka', 'Žukauskas',
] // biome-ignore format: a list of words reads better filled
const CHINESE_FAMILY = [
  '陈 Chen',
  '林 Lin',
  '黄 Huang',
  '吴 Wu',
  '徐 Xu',
  '孙 Sun',
  '马 Ma',
  '朱 Zhu',
  '郭 Guo',
  '何 He',
  '高 Gao',
  '罗 Luo',
]
const CHINESE_GIVEN = [
  '雨桐 Yutong', '思远 Siyuan', '梓涵 Zihan', '明轩 Mingxuan', '若溪 Ruoxi', '子墨 Zimo', '晓岚 Xiaolan', '嘉禾 Jiahe',
  '一鸣 Yiming', '书瑶 Shuyao', '俊熙 Junxi', '清和 Qinghe',
] // biome-ignore format: a list of words reads better filled
const ARABIC_GIVEN = [
  'ليلى Layla',
  'عُمَر Umar',
  'نُور Nur',
  'سلمى Salma',
  'يُوسُف Yusuf',
  'هالة Hala',
  'زياد Ziyad',
  'رَنا Rana',
]
const ARABIC_FAMILY = [
  'الحدّاد Haddad',
  'النجّار Najjar',
  'السيّد Sayyid',
  'الخطّابي Khattabi',
  'البستانيّ Bustani',
  'القاسميّ Qasimi',
]

/** Names that a page has to survive: long, with an emoji, of one word, in other scripts. The last two are one name. */
export const AWKWARD_NAMES: readonly Name[] = [
  nameOf('Robin Fernsby 🦊'),
  nameOf('Maria da Consolação Antónia Vasconcelos de Albuquerque e Castro-Montenegro von Hohenbrück zu Lindenau'),
  { name: '陈雨桐', latin: 'Chen Yutong' },
  { name: 'ليلى الحدّاد', latin: 'Layla Haddad' },
  { name: 'Đỗ Thị Bích Ngọc', latin: 'Do Thi Bich Ngoc' },
  nameOf('Suryaningtyas'),
  nameOf('Séamus Ó Dálaigh-O’Shaughnessy'),
  nameOf('Ana Ferreira Paz'),
  nameOf('Ana Ferreira Paz'),
]

/** Now and then two people get the same. */
export function inventName(random: Random): Name {
  const kind = random.next()
  if (kind < 0.07) return joined(random.pick(CHINESE_FAMILY), random.pick(CHINESE_GIVEN), '')
  if (kind < 0.1) return joined(random.pick(ARABIC_GIVEN), random.pick(ARABIC_FAMILY), ' ')
  const middle = random.chance(0.08) ? ` ${random.pick(GIVEN).slice(0, 1)}.` : ''
  return nameOf(`${random.pick(GIVEN)}${middle} ${random.pick(FAMILY)}`)
}

/** “layla-haddad”, then “layla-haddad-2”: the set remembers what is taken. */
export function slugFor({ latin }: Name, taken: Set<string>): string {
  const whole = slugify(latin, 'someone')
  const base = whole.length > 60 ? whole.slice(0, 60).replace(/-[^-]*$/, '') : whole
  let slug = base
  for (let count = 2; taken.has(slug); count++) slug = `${base}-${count}`
  taken.add(slug)
  return slug
}

/** Letters that do not come apart into a base and a mark. */
const LETTERS: Record<string, string> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Þ: 'Th',
  þ: 'th',
  ı: 'i',
  æ: 'ae',
  ß: 'ss',
}

/** A name in Latin letters. */
export function nameOf(name: string): Name {
  return { name, latin: name.replace(/[øØłŁđĐðÞþıæß]/g, (letter) => LETTERS[letter] ?? letter) }
}

function joined(first: string, second: string, space: string): Name {
  const [a = '', latinA = ''] = first.split(' ')
  const [b = '', latinB = ''] = second.split(' ')
  return { name: `${a}${space}${b}`, latin: `${latinA} ${latinB}` }
}
