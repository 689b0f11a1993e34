import { tick } from 'svelte';
import type { Board, Boards } from '$protocol/dashboard/boards.ts';
import type { PresenceHistory } from '$protocol/dashboard/history.ts';
import type { DeviceConfig, DevicePlan } from '$protocol/dashboard/plan.ts';
import type { SettingsView } from '$protocol/dashboard/settings.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import { isUnanswered, request } from '$lib/hub/request.ts';
import { deviceWords } from '$words/device/device.ts';
import { isSamePlan } from './canonical-plan.ts';
import { type Problem, PlanDraft, fieldId } from './draft.svelte.ts';

/** The data of a device's page that is not live: its plan, the pins of the boards, and its presence of the last day. */
export class Details {
	readonly device: Device;
	boards: Board[] = $state.raw([]);
	draft: PlanDraft | undefined = $state.raw();
	presence: PresenceHistory | undefined = $state.raw();
	/** the hub knows its location; true until the hub says otherwise, so that nobody is asked for it too early */
	placeKnown = $state(true);
	saving = $state(false);
	/** why the last save failed, in the hub's words */
	error: string | undefined = $state();
	/** it failed because somebody else had saved meanwhile */
	conflict = $state(false);
	/** open forms, by `${part}-${id}` */
	open: Record<string, boolean> = $state({});

	readonly board = $derived.by(() => this.boards.find(({ id }) => id === this.device.base.board));
	readonly dirty = $derived(this.draft?.dirty ?? false);
	/** somebody else has saved since, and there are unsaved changes here */
	readonly changedElsewhere: boolean = $derived.by(() => {
		const { draft, device, saving } = this;
		return draft !== undefined && draft.dirty && !saving && device.base.config.version > draft.kept.config.version;
	});

	constructor(device: Device) {
		this.device = device;
	}

	/** It names the device, because its “Undo” outlives the page. */
	get savedText(): string {
		return deviceWords.config.saved(hub.nameOf(this.device.id));
	}

	get #path(): string {
		return `/devices/${this.device.id}`;
	}

	/** Reads everything, at first and after every reconnect. Unsaved changes stay. */
	async read(): Promise<void> {
		if (isUnanswered(this.error)) this.error = undefined;
		const [boards, settings] = await Promise.all([
			request<Boards>('GET', '/boards'),
			request<SettingsView>('GET', '/settings'),
			this.readPresence(),
		]);
		if (boards.ok) this.boards = boards.value.boards;
		if (settings.ok) this.placeKnown = settings.value.place !== null;
		await this.readPlan();
	}

	/** `theirs`: unsaved changes are replaced by the plan of the hub, once it has arrived. */
	async readPlan({ theirs = false } = {}): Promise<void> {
		if (this.saving) return;
		const config = await request<DeviceConfig>('GET', `${this.#path}/config`);
		if (!config.ok) return void (config.error.code !== 'not-found' && hub.fail(config.error));
		if (!this.draft) this.draft = new PlanDraft(config.value, () => this.board);
		else if (!this.saving && (theirs || !this.draft.dirty)) this.draft.load(config.value);
	}

	async readPresence(): Promise<void> {
		const presence = await request<PresenceHistory>('GET', `${this.#path}/presence`);
		if (presence.ok) this.presence = presence.value;
	}

	/** Saves the draft. Returns the problem to show, if there is one. */
	async save(): Promise<Problem | undefined> {
		const draft = this.draft!;
		const [problem] = draft.problems;
		if (problem) {
			this.error = problem.message;
			return this.#openFormOf(problem);
		}
		const before = draft.kept.plan;
		const plan = draft.plan;
		const saved = await this.#put(plan, draft.kept.config.version);
		if (!saved.ok) {
			this.error = saved.error.message;
			const refused = draft.takeRefusal(saved.error, plan);
			return refused && this.#openFormOf(refused);
		}
		// Changes made while it was being saved stay.
		if (isSamePlan(draft.plan, plan)) draft.load(saved.value);
		else draft.kept = saved.value;
		hub.toast('info', this.savedText, {
			label: deviceWords.config.undo,
			act: () => void this.#undo(before, saved.value.config.version),
		});
		return undefined;
	}

	/** Opens the form of a new item and moves the focus to it, because the add button is now below the form. */
	async openForm(key: string): Promise<void> {
		this.open[key] = true;
		await tick();
		document.getElementById(opener(key))?.focus({ preventScroll: true });
	}

	discard(): void {
		this.draft?.load();
		this.error = undefined;
	}

	async #undo(before: DevicePlan, version: number): Promise<void> {
		const draft = this.draft!;
		const undone = await this.#put(before, version);
		if (!undone.ok)
			return hub.toast('warn', undone.error.code === 'conflict' ? deviceWords.config.undoLate : undone.error.message);
		// Unsaved changes made since then stay.
		if (draft.dirty) draft.kept = undone.value;
		else draft.load(undone.value);
		hub.toast('info', deviceWords.config.undone);
	}

	async #put(plan: DevicePlan, version: number) {
		this.saving = true;
		this.error = undefined;
		const answer = await request<DeviceConfig>('PUT', `${this.#path}/config`, { version, ...plan });
		this.saving = false;
		this.conflict = !answer.ok && answer.error.code === 'conflict';
		return answer;
	}

	/** The hub was just told where the house is. */
	takePlace(): void {
		this.placeKnown = true;
		this.clearErrors();
	}

	/** Errors of the last save no longer apply once the draft has changed. */
	clearErrors(): void {
		this.error = undefined;
		if (this.draft) this.draft.refused = undefined;
	}

	#openFormOf(problem: Problem): Problem {
		this.open[`${problem.part}-${problem.id}`] = true;
		return problem;
	}
}

/** The id of the button that opens a form. */
export const opener = (key: string) => `open-${key}`;

/** Focuses the field of a problem and scrolls to it. Its form must be open. */
export function focusField(problem: Problem): void {
	const field = document.getElementById(fieldId(problem));
	field?.focus();
	field?.scrollIntoView({ block: 'center' });
}
