import type { CodeableConcept } from '../../../../vocabulary/coding.ts'
import { degraded, snomed } from './snomed.ts'

/** dm+d: virtual products, two actual ones, and older codes of some. */
export const MEDICINES = {
  aciclovir800: snomed('41485911000001101', 'Aciclovir 800mg tablets'),
  amlodipine5: snomed('39732011000001102', 'Amlodipine 5mg tablets'),
  amlodipine10: snomed('39731911000001109', 'Amlodipine 10mg tablets'),
  amoxicillin500: snomed('39732411000001106', 'Amoxicillin 500mg capsules'),
  amoxicillinSuspension: snomed(
    '39021911000001105',
    'Amoxicillin 250mg/5ml oral suspension sugar free'
  ),
  apixaban5: snomed('42206511000001102', 'Apixaban 5mg tablets'),
  aspirin75: snomed('319773006', 'Aspirin 75mg dispersible tablets'),
  atorvastatin20: snomed('39733011000001106', 'Atorvastatin 20mg tablets'),
  beclometasone100: snomed(
    '35908111000001105',
    'Beclometasone 100micrograms/dose inhaler CFC free'
  ),
  cetirizine10: snomed('42186511000001101', 'Cetirizine 10mg tablets'),
  citalopram20: snomed('42269411000001107', 'Citalopram 20mg tablets'),
  clarithromycin500: snomed(
    '41946511000001109',
    'Clarithromycin 500mg tablets'
  ),
  coCodamol: snomed('42010211000001106', 'Co-codamol 8mg/500mg tablets'),
  doxycycline100: snomed('41948311000001104', 'Doxycycline 100mg capsules'),
  ferrousFumarate: snomed(
    '41984711000001104',
    'Ferrous fumarate 210mg tablets'
  ),
  flucloxacillin500: snomed(
    '39692211000001107',
    'Flucloxacillin 500mg capsules'
  ),
  furosemide20: snomed('317971007', 'Furosemide 20mg tablets'),
  hydrocortisone: snomed('41900511000001104', 'Hydrocortisone 1% cream'),
  ibuprofen400: snomed('42104911000001104', 'Ibuprofen 400mg tablets'),
  lisinopril10: snomed('42376111000001109', 'Lisinopril 10mg tablets'),
  loratadine10: snomed('42192711000001108', 'Loratadine 10mg tablets'),
  methotrexate: snomed('326874007', 'Methotrexate 2.5mg tablets'),
  mometasone: snomed(
    '39109911000001109',
    'Mometasone 50micrograms/dose nasal spray'
  ),
  nitrofurantoin100: snomed(
    '39108511000001108',
    'Nitrofurantoin 100mg modified-release capsules'
  ),
  omeprazole20: snomed(
    '42356411000001102',
    'Omeprazole 20mg gastro-resistant capsules'
  ),
  paracetamol500: snomed('42109611000001109', 'Paracetamol 500mg tablets'),
  penicillinV250: snomed(
    '41953811000001101',
    'Phenoxymethylpenicillin 250mg tablets'
  ),
  piriton: snomed('746811000001100', 'Piriton Allergy 4mg tablets'),
  prednisolone5: snomed('42087311000001104', 'Prednisolone 5mg tablets'),
  ramipril2_5: snomed('42381411000001102', 'Ramipril 2.5mg capsules'),
  ramipril5: snomed('42381611000001104', 'Ramipril 5mg capsules'),
  salbutamol: snomed(
    '39113611000001102',
    'Salbutamol 100micrograms/dose inhaler CFC free'
  ),
  sertraline50: snomed('39704111000001102', 'Sertraline 50mg tablets'),
  tamsulosin: snomed(
    '38754011000001109',
    'Tamsulosin 400microgram modified-release capsules'
  ),
  ventolin: snomed('222311000001102', 'Ventolin 100micrograms/dose Evohaler')
} as const

/** A medicine the source knew by name alone. */
export const medicineInWords = (text: string): CodeableConcept =>
  degraded(
    snomed('196421000000109', 'Transfer-degraded medication entry'),
    text
  )
