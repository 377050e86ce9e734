import type { Random } from './random'

/** Invented, and meant to look like what people write on a badge. */
const COMPANIES = [
  'Brightwater Logistics', 'Halvorsen & Lund', 'Quintara Health', 'Fjellbris Energi', 'Ostrava Rail Systems',
  'Papillon Télécom', 'Nimbus & Sons', 'Kestrel Mutual', 'Okavango Payments', 'Tamarind Labs', 'Blue Heron Media',
  'Zuiderlicht', 'Coldharbour Games', 'Montrouge Assurances', 'Sarsen Geospatial', 'Hanami Robotics', 'Ceibo Digital',
  'Rosebank Diagnostics', 'Lumen del Sur', 'Vantaa Ferries', 'Pemberton Water Board', 'Universität Hohenfels',
  'Stadtwerke Lindenau', 'Kariba Mobile', 'Jasmine Road', '青松云', '北辰数据', '海鸥物流', 'شركة النخيل الرقمية',
  'Åsgård Forsikring', 'Cobalt Bakery Group', 'Perch & Pike', 'Sunda Strait Shipping', 'Instituto Ribeira',
  'Wolkenkraft', 'Marigold Public Broadcasting', 'Tŷ Gwyn Software', 'Silta', 'Ardent Parcel', 'Nagare Systems',
  'Comité des Eaux de Valmorin', 'Ekwueme Analytics', 'Polder & Dijk', 'Serein Pharma', 'Ministry of Small Things',
  'Thistle Rail', 'Banco Alcântara', 'Ravna Gora Hosting', 'Ibex Observatory', 'Copperfield Library Trust',
  'The Cooperative for Shared Infrastructure of the Northern Municipalities and Islands',
] // biome-ignore format: a list of words reads better filled
const FIRST = [
  'Amber', 'Basalt', 'Cedar', 'Delta', 'Ember', 'Fable', 'Garnet', 'Harrow', 'Indigo', 'Juniper', 'Kelp', 'Larch',
  'Mistral', 'Nacre', 'Ochre', 'Plover', 'Quarry', 'Rowan', 'Sable', 'Tarn', 'Umber', 'Vesper', 'Willow', 'Yarrow',
] // biome-ignore format: a list of words reads better filled
const SECOND = [
  'Systems', 'Freight', 'Health', 'Labs', 'Mutual', 'Media', 'Energy', 'Foods', 'Robotics', 'Cloud', 'Analytics',
  'Software', 'Networks', 'Insurance', 'Payments', 'Studios', 'Research', 'Hosting',
] // biome-ignore format: a list of words reads better filled

/** Where somebody works; some work nowhere in particular. */
export function inventAffiliation(random: Random): string | null {
  return random.chance(0.1) ? null : inventOrganization(random)
}

/** One that reads well within an English sentence. */
export function inventCompany(random: Random): string {
  return `${random.pick(FIRST)} ${random.pick(SECOND)}`
}

function inventOrganization(random: Random): string {
  return random.chance(0.4) ? random.pick(COMPANIES) : inventCompany(random)
}
