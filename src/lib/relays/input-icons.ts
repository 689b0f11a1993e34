import type { InputView } from '$protocol/dashboard/devices.ts';

/** Names of icons. */
export const INPUT_ICONS: Record<NonNullable<InputView['kind']>, string> = { contact: 'r-door', motion: 'eye' };
