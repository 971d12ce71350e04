/** What a person has at home to work with. */
export const equipmentKeys = [
  'pc',
  'second-screen',
  'camera',
  'headset',
  'printer',
  'scanner',
  'tablet',
  'smartphone',
  'fixed-line',
  'quiet-room',
] as const
export type Equipment = (typeof equipmentKeys)[number]
export const isEquipment = (text: string): text is Equipment => equipmentKeys.some((key) => key === text)
