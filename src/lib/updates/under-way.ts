import type { UpdateView } from '$protocol/dashboard/updates.ts';

const UNDER_WAY: readonly UpdateView['state'][] = ['waiting', 'sending', 'checking', 'restarting'];
export const isUnderWay = (update: UpdateView | null) => update !== null && UNDER_WAY.includes(update.state);
