import type { HomeLayout } from '$protocol/dashboard/home.ts';

export function withFolded(layout: HomeLayout, room: string, folded: boolean): HomeLayout {
	const others = layout.folded.filter((one) => one !== room);
	return { ...layout, folded: folded ? [...others, room] : others };
}
