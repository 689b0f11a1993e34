import { expect } from 'vitest';
import type { PendingView } from '../../../../protocol/dashboard/pending.ts';
import { Credential } from '../../../../protocol/device_pb.ts';
import { type Cut, SimBoard } from '../sim-board.ts';
import { DeadKeys } from './dead-keys.ts';
import { browser, clock, hub, registrationOf, view } from './hub.ts';
import { BOARDS, type Step } from './steps.ts';

const DAY_MS = 24 * 3_600_000;

/** What the model knows of one board: where it belongs, and which of its keys must be dead. */
interface Subject {
	board: SimBoard;
	pending: string;
	device: string | null;
}

let macs = 0;

/** The model of one run: takes its steps, and knows what must be so after them. */
export class World {
	#subjects: (Subject | undefined)[] = [];
	/** devices that were revoked, regenerated, replaced or deleted: what their boards registered by died with it */
	#rekeyed = new Set<string>();
	/** pending devices that were deleted, and those that carry firmware for a device */
	#deleted = new Set<string>();
	#firmwareFor = new Map<string, string>();
	#dead = new DeadKeys();

	async take(step: Step): Promise<void> {
		if (step.do === 'expire') {
			clock.shift += DAY_MS + 1;
			return view.until(() => [...view.pending.values()].every(({ state }) => state !== 'ready'));
		}
		if (step.do === 'restart') {
			for (const subject of this.#subjects) subject?.board.drop();
			const answers = view.answers.length;
			await hub.stop();
			await hub.start();
			return view.until(() => view.answers.length > answers && view.following);
		}
		if (step.do === 'make') {
			this.#subjects[step.board] ??= await this.#make();
			return;
		}
		// A step is about a board that is there: otherwise most would be about none.
		const subject = this.#subjects[step.board] ?? this.#subjects.find((other) => other !== undefined)!;
		switch (step.do) {
			case 'connect':
				return this.#connect(subject, step.cut);
			case 'drop':
				return this.#drop(subject);
			case 'rotate':
				return this.#rotate(subject, step.cut);
			case 'revoke':
				return this.#revoke(subject);
			case 'regenerate':
				return this.#regenerate(subject, step.flash);
			case 'claim':
				return this.#claim(subject, step.replace);
			case 'delete':
				return this.#delete(subject);
			case 'delete pending':
				return this.#deletePending(subject);
			case 'copy':
				return this.#copy(subject, (step.board + 1) % BOARDS);
		}
	}

	/** One claimed board is there from the beginning. */
	async begin(): Promise<void> {
		this.#subjects[0] = await this.#make();
		await this.#connect(this.#subjects[0], 'never');
	}

	/** Every board tries once more: it is in, or it is shown why not; and no dead key opens anything. */
	async check(): Promise<void> {
		for (const subject of this.#subjects) {
			if (!subject) continue;
			await this.#drop(subject);
			const outcome = await subject.board.connect(() => this.#waits(subject));
			if (outcome === 'online') await this.#isOnline(subject);
			else if (outcome === 'awaiting') expect(this.#awaiting(subject), 'shown as awaiting').toBeDefined();
			else
				expect(this.#whyOut(subject), `refused with ${subject.board.refusals.join()} and not told why`).toBeDefined();
		}
		for (const subject of this.#subjects) if (subject) await this.#drop(subject); // a copy would be refused as one
		await this.#dead.tryAll(hub.origin);
	}

	/** Nothing of this run is left for the next. */
	async end(): Promise<void> {
		for (const subject of this.#subjects) subject?.board.drop();
		await view.until(() => [...view.pending.values()].every(({ conflict }) => !conflict?.connected));
		for (const { id, conflict } of [...view.pending.values()])
			if (conflict) await browser.call('POST', `/awaiting/${id}/reject`).catch(() => undefined);
		for (const id of [...view.devices.keys()]) await browser.call('DELETE', `/devices/${id}`);
		await view.until(() => [...view.pending.values()].every(({ conflict }) => !conflict));
		for (const { id } of [...view.pending.values()])
			await browser.call('DELETE', `/pending/${id}`).catch(() => undefined);
		await view.until(() => view.pending.size === 0 && view.devices.size === 0);
	}

	async #make(): Promise<Subject> {
		const { id } = await browser.addVirtualBoard();
		const mac = `02${(++macs).toString(16).padStart(10, '0').toUpperCase()}`;
		return { board: new SimBoard(hub.origin, mac, await registrationOf(id)), pending: id, device: null };
	}

	async #connect(subject: Subject, cut: Cut): Promise<void> {
		if (subject.board.link) return;
		const outcome = await subject.board.connect(() => this.#waits(subject), cut);
		if (outcome === 'online') return this.#isOnline(subject);
		if (outcome === 'awaiting') return view.until(() => this.#awaiting(subject));
		// What the hub has committed meanwhile shows in the end; a refusal must have a reason that is shown.
		if (outcome === 'refused')
			expect(this.#whyOut(subject), `refused with ${subject.board.refusals.join()} and not told why`).toBeDefined();
	}

	async #isOnline(subject: Subject): Promise<void> {
		// A board that a person added as new leaves its old device behind, revoked, with the same MAC.
		const found = () =>
			[...view.devices.values()].find(
				({ code, presence, token }) =>
					code === `ESP_${subject.board.mac}` && presence.state === 'online' && token.state !== 'revoked',
			);
		await view.until(found);
		subject.device = found()!.id;
	}

	async #drop({ board }: Subject): Promise<void> {
		if (!board.link) return;
		board.drop();
		const code = `ESP_${board.mac}`;
		await view.until(
			() =>
				[...view.devices.values()].every((device) => device.code !== code || device.presence.state !== 'online') &&
				[...view.pending.values()].every((pending) => pending.code !== code || !pending.conflict?.connected),
		);
	}

	async #rotate(subject: Subject, cut: Cut): Promise<void> {
		const { board } = subject;
		await this.#connect(subject, 'never');
		const { device } = subject;
		if (!board.link || !device || view.devices.get(device)?.presence.state !== 'online') return;
		const before = [...board.keys];
		// One that was on its way was offered at the connection already: this asks for another.
		board.link.heard.splice(0);
		await browser.call('POST', `/devices/${device}/token/rotate`);
		if (!(await board.takeKey(cut))) return this.#gone(board.mac);
		await board.connect(() => false);
		await this.#isOnline(subject);
		await view.until(() => view.devices.get(device)?.token.state === 'active');
		this.#dead.bury(board.mac, before, 'replaced');
	}

	async #revoke(subject: Subject): Promise<void> {
		if (!subject.device || !view.devices.has(subject.device)) return;
		const done = await browser.call('POST', `/devices/${subject.device}/token/revoke`).catch((error: unknown) => error);
		if (done instanceof Error) expect(view.devices.get(subject.device)?.token.state).toBe('revoked');
		await this.#out(subject, 'revoked');
	}

	async #regenerate(subject: Subject, flash: boolean): Promise<void> {
		const { device } = subject;
		if (!device || !view.devices.has(device)) return;
		const pending = await browser.call<PendingView>('POST', `/devices/${device}/firmware`, {});
		this.#firmwareFor.set(pending.id, device);
		await this.#out(subject, 'replaced by new firmware');
		if (!flash) return;
		subject.board.flash(await registrationOf(pending.id));
		Object.assign(subject, { pending: pending.id, device: null });
	}

	async #claim(subject: Subject, replace: boolean): Promise<void> {
		const waiting = this.#awaiting(subject);
		if (!waiting?.conflict?.connected || !subject.board.link) return;
		const target = replace ? (waiting.conflict.device?.id ?? [...view.devices.keys()][0]) : undefined;
		const claiming = browser.call('POST', `/awaiting/${waiting.id}/claim`, target ? { replace: target } : {});
		const before = target
			? this.#subjects.find((other) => other && other !== subject && other.device === target)
			: undefined;
		await subject.board.takeKey('never');
		await claiming;
		if (target) this.#rekeyed.add(target);
		if (before) await this.#out(before, 'replaced by another board');
		await subject.board.connect(() => this.#waits(subject));
		await this.#isOnline(subject);
	}

	async #delete(subject: Subject): Promise<void> {
		const { device } = subject;
		if (!device || !view.devices.has(device)) return;
		await browser.call('DELETE', `/devices/${device}`);
		await view.until(() => !view.devices.has(device));
		await this.#out(subject, 'deleted');
	}

	async #deletePending(subject: Subject): Promise<void> {
		const pending = view.pending.get(subject.pending);
		if (!pending || pending.conflict || subject.board.link) return;
		const deleted = await browser.call('DELETE', `/pending/${subject.pending}`).then(
			() => true,
			() => false,
		);
		if (!deleted) return;
		this.#deleted.add(subject.pending);
		const { registration, mac } = subject.board;
		this.#dead.bury(mac, [registration], 'deleted', Credential.REGISTRATION);
	}

	/** Another board gets the same firmware. */
	async #copy(subject: Subject, place: number): Promise<void> {
		if (this.#subjects[place]) return;
		const mac = `02${(++macs).toString(16).padStart(10, '0').toUpperCase()}`;
		const { registration } = subject.board;
		this.#subjects[place] = {
			board: new SimBoard(hub.origin, mac, registration),
			pending: subject.pending,
			device: null,
		};
	}

	/** The board's keys are dead, and its link with them. */
	async #out(subject: Subject, why: string): Promise<void> {
		const { board, device } = subject;
		if (device) this.#rekeyed.add(device);
		if (board.link) await board.link.closed;
		board.drop();
		this.#dead.bury(board.mac, board.keys, why);
	}

	async #gone(mac: string): Promise<void> {
		await view.until(() =>
			[...view.devices.values()].every((device) => device.code !== `ESP_${mac}` || device.presence.state !== 'online'),
		);
	}

	#awaiting({ board }: Subject): PendingView | undefined {
		return [...view.pending.values()].find((pending) => pending.conflict && pending.code === `ESP_${board.mac}`);
	}

	#waits(subject: Subject): boolean {
		return this.#awaiting(subject)?.conflict?.connected ?? false;
	}

	/** Why a board may be out, as a dashboard shows it. */
	#whyOut({ device, pending, board }: Subject): string | undefined {
		if (device !== null) {
			const shown = view.devices.get(device);
			if (!shown) return 'deleted';
			if (shown.token.state === 'revoked') return 'revoked';
			return shown.code === `ESP_${board.mac}` ? undefined : 'replaced';
		}
		const claimed = [...view.devices.values()].find(({ code }) => code === `ESP_${board.mac}`);
		if (claimed) return claimed.token.state === 'revoked' ? 'revoked' : undefined;
		if (view.pending.get(pending)?.state === 'expired') return 'expired';
		if (this.#deleted.has(pending)) return 'its pending device was deleted';
		const used = view.events.find((event) => event.type === 'pending-removed' && event.id === pending && event.device);
		const of = this.#firmwareFor.get(pending) ?? (used?.type === 'pending-removed' ? used.device : undefined);
		return of && this.#rekeyed.has(of) ? 'what its firmware was for has other keys now' : undefined;
	}
}
