/** Names of icons. */
export const UNIT_ICONS = { celsius: 'thermo', percent: 'drop', hectopascal: 'gauge' } as const;
