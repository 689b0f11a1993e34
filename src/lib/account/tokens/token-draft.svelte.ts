import type { ApiTokenBody, TokenScope } from '$protocol/dashboard/people/api-tokens.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import type { HubState } from '$lib/hub/hub-state.svelte.ts';
import { isolate } from '$lib/words/format/isolate.ts';
import { tokenWords } from '$words/people/api-tokens.ts';

/** When a token ends: `other` is a day that somebody enters. */
export type TokenEnd = keyof typeof tokenWords.form.ends;
/** One relay or scene that it may switch. */
export type Part = { kind: 'relay'; device: string; relay: number } | { kind: 'scene'; scene: string };
/** A wrong field of the form, and why it is wrong. */
export interface Problem {
	field: 'name' | 'parts' | 'end';
	message: string;
}

const DAY = /^(\d{4,})-(\d\d)-(\d\d)$/;

export function keyOf(part: Part): string {
	return part.kind === 'scene' ? `scene/${part.scene}` : `relay/${part.device}/${part.relay}`;
}

/** The name of a relay or scene; undefined if it is gone. */
export function partName(part: Part, state: Pick<HubState, 'devices' | 'scenes' | 'nameOf'>): string | undefined {
	if (part.kind === 'scene') {
		const scene = state.scenes.get(part.scene);
		return scene && isolate(scene.name);
	}
	const relay = state.devices.get(part.device)?.relays.find(({ view }) => view.id === part.relay);
	return relay && tokenWords.form.relayOf(relay.view.name, state.nameOf(part.device));
}

/** A token while somebody fills in its form. */
export class TokenDraft {
	name = $state('');
	kind: TokenScope['kind'] = $state('switch');
	parts: readonly Part[] = $state.raw([]);
	end: TokenEnd = $state('year');
	/** the last day that somebody enters, by the clock of the browser: "2026-11-29" */
	lastDay = $state('');
	current = $state('');
	/** of the second factor, where it is on */
	code = $state('');

	has(part: Part): boolean {
		return this.parts.some((other) => keyOf(other) === keyOf(part));
	}

	get full(): boolean {
		return this.#relays.length >= LIMITS.tokenRelays || this.#scenes.length >= LIMITS.tokenScenes;
	}

	add(part: Part): void {
		if (!this.has(part) && !this.full) this.parts = [...this.parts, part];
	}

	remove(part: Part): void {
		this.parts = this.parts.filter((other) => keyOf(other) !== keyOf(part));
	}

	problem(now: number): Problem | undefined {
		const words = tokenWords.form;
		if (this.name.trim() === '') return { field: 'name', message: words.nameNeeded };
		if (this.kind === 'switch' && this.parts.length === 0) return { field: 'parts', message: words.partsNeeded };
		const end = this.#endsAt(now);
		if (end === undefined || (end !== null && end <= now)) return { field: 'end', message: words.endNeeded };
		if (end !== null && end > inYears(now, LIMITS.tokenYears))
			return { field: 'end', message: words.endFar(LIMITS.tokenYears) };
		return undefined;
	}

	body(now: number): ApiTokenBody {
		const { kind } = this;
		const scope: TokenScope = kind === 'switch' ? { kind, relays: this.#relays, scenes: this.#scenes } : { kind };
		const proof = { current: this.current, ...(this.code !== '' && { code: this.code }) };
		return { name: this.name.trim(), scope, expiresAt: this.#endsAt(now) ?? null, ...proof };
	}

	get #relays() {
		return this.parts.flatMap((part) => (part.kind === 'relay' ? [{ device: part.device, relay: part.relay }] : []));
	}

	get #scenes() {
		return this.parts.flatMap((part) => (part.kind === 'scene' ? [part.scene] : []));
	}

	/** null = no end; undefined while the entered day is incomplete */
	#endsAt(now: number): number | null | undefined {
		if (this.end === 'never') return null;
		if (this.end === 'year') return inYears(now, 1);
		if (this.end === 'month') return new Date(now).setMonth(new Date(now).getMonth() + 1);
		const [, year, month, day] = DAY.exec(this.lastDay) ?? [];
		if (year === undefined) return undefined;
		return new Date(Number(year), Number(month) - 1, Number(day) + 1).getTime();
	}
}

function inYears(now: number, years: number): number {
	return new Date(now).setFullYear(new Date(now).getFullYear() + years);
}
