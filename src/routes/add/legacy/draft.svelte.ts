import type { AddLegacyDevice } from '$protocol/dashboard/devices.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import { legacyWords as words } from '$words/legacy.ts';
import { addWords } from '$words/setup.ts';
import type { Problem } from '../plan.svelte.ts';

/** A new device with older firmware. That firmware numbers its relays without gaps. */
export class LegacyDraft {
	name = $state('');
	relays: { name: string }[] = $state([{ name: addWords.relayName(1) }]);

	/** Whether leaving would lose something that a person typed or added. */
	get isTyped(): boolean {
		const isChanged = this.relays.some(({ name }, index) => name !== addWords.relayName(index + 1));
		return this.name !== '' || this.relays.length > 1 || isChanged;
	}

	get canAdd(): boolean {
		return this.relays.length < LIMITS.relays;
	}

	add(): void {
		if (this.canAdd) this.relays.push({ name: addWords.relayName(this.relays.length + 1) });
	}

	/** Only the last relay can be removed, because numbers have no gaps. */
	removeLast(): void {
		if (this.relays.length > 1) this.relays.pop();
	}

	get problem(): Problem | undefined {
		if (this.name.trim() === '') return { field: 'name', message: words.problems.name };
		const nameless = this.relays.findIndex(({ name }) => name.trim() === '');
		return nameless < 0 ? undefined : { field: `r${nameless + 1}`, message: words.problems.relay };
	}

	get body(): AddLegacyDevice {
		return {
			name: this.name.trim(),
			relays: this.relays.map(({ name }, index) => ({ id: index + 1, name: name.trim() })),
		};
	}
}
