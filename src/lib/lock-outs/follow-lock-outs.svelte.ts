import type { LockOuts } from '$protocol/dashboard/people/lock-outs.ts';
import { hub } from '$lib/hub/hub.ts';
import { Reread } from '$lib/people/reread.svelte.ts';

/** Who is locked out, read again whenever that changes while a component shows it. Call when the component is made. */
export function followLockOuts(): { readonly current: LockOuts | undefined; read(): void } {
	const list = new Reread<LockOuts>('/lock-outs', (error) => hub.fail(error));
	$effect(() => {
		void hub.link;
		void hub.minute;
		list.read();
	});
	$effect(() => hub.onLockOuts(() => list.read()));
	$effect(() => () => list.stop());
	return {
		/** Those that have ended since it was read are left out. */
		get current() {
			const { current } = list;
			const over = current?.lockOuts.filter(({ until }) => until <= hub.now) ?? [];
			if (!current || over.length === 0) return current;
			const lockOuts = current.lockOuts.filter((one) => !over.includes(one));
			const gone = new Set(over.flatMap(({ who }) => (who.kind === 'network' ? [who.network] : [])));
			for (const { who } of lockOuts) if (who.kind === 'network') gone.delete(who.network);
			return { lockOuts, total: current.total - over.length, networks: current.networks - gone.size };
		},
		read: () => list.read(),
	};
}
