/** Persons who do not exist, and what they might write of themselves: none of it may ever leave for a model. */
export const CANARIES = {
  /** Those of a roster; the text names others too. */
  people: ['Quirina Tembleque', 'quirina.tembleque@aula.example'],
  text:
    'I am Quirina Tembleque (quirina.tembleque@aula.example), and my partner is Zdravko Hollerbach. Call +34 612 345 678, ' +
    'write to zhollerbach@gmail.com, or pay to DE89 3704 0044 0532 0130 00. My DNI is 12345678Z.',
} as const;

/** What is looked for in all that goes out. */
export const CANARY_TRACES = [
  'Quirina',
  'Tembleque',
  'Zdravko',
  'Hollerbach',
  '612 345 678',
  'zhollerbach',
  '3704 0044',
  '12345678Z',
] as const;
