/** `J2026-0001`: the calendar year in which the order was recorded, and its place in that year. */
export const orderNumber = (year: number, place: number): string => `J${year}-${String(place).padStart(4, '0')}`
