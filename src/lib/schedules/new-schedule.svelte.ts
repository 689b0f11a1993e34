import type { DeviceConfig, SchedulePlan } from '$protocol/dashboard/plan.ts';
import type { ScheduleRuns } from '$protocol/dashboard/schedules.ts';
import type { Device } from '$lib/hub/device.svelte.ts';
import { hub } from '$lib/hub/hub.ts';
import { isUnanswered, request } from '$lib/hub/request.ts';
import { automationWords } from '$words/automations.ts';
import { canonical } from '../device/canonical-plan.ts';
import { Details } from '../device/details.svelte.ts';
import type { Problem } from '../device/draft.svelte.ts';

const words = automationWords.adding;

/**
 * A schedule that is being made away from the page of its device. It is a part of the plan of the device whose relay it
 * switches; when another device is chosen, or somebody else has saved that plan, it moves into the plan as it is then.
 */
export class NewSchedule {
	/** the relay that it switches; undefined until one is chosen, and if it is gone */
	relay: { device: string; id: number } | undefined = $state.raw();
	/** the plan that the schedule is part of; undefined until a relay is chosen and its plan has arrived */
	details: Details | undefined = $state.raw();
	/** the firmware of the board knows no pauses and no vacation */
	tooOld = $state(false);
	/** what somebody else's change means for what was chosen here, in words */
	note: string | undefined = $state();
	/** the hub has it */
	isSaved = $state(false);
	#id: number | undefined = $state();
	/** what a new schedule has before anything is chosen, as text */
	#initial: string | undefined;
	/** what was chosen, while it has no place in a plan */
	#chosen: SchedulePlan | undefined;
	/** of the device that was chosen last; its plan may be on its way */
	#wanted: Details | undefined;
	/** the hub did not answer the last save, so it may have been done */
	#unsure = false;

	readonly schedule: SchedulePlan | undefined = $derived.by(() =>
		this.details?.draft?.schedules.find(({ id }) => id === this.#id),
	);

	/** Chooses the relay that it switches. Everything else that was chosen stays. */
	async choose(device: Device, id: number): Promise<void> {
		this.note = undefined;
		this.relay = { device: device.id, id };
		if (this.#wanted?.device !== device) this.#wanted = new Details(device);
		if (this.details === this.#wanted && this.schedule) this.schedule.relay = id;
		else await this.read();
	}

	/** Reads the plan of the chosen device: at first, and after every reconnect. */
	async read(): Promise<void> {
		const details = this.#wanted;
		if (!details) return;
		const [runs] = await Promise.all([
			request<ScheduleRuns>('GET', `/devices/${details.device.id}/schedules`),
			details.read(),
		]);
		if (details !== this.#wanted || !details.draft) return;
		if (runs.ok) this.tooOld = runs.value.tooOld;
		if (details !== this.details || !this.schedule) this.#moveTo(details);
	}

	/** Whether anything but the relay is chosen otherwise than in a new schedule. */
	get isChanged(): boolean {
		const own = this.schedule ?? this.#chosen;
		return own !== undefined && textOf(own) !== this.#initial;
	}

	/** Somebody else has saved the plan since it was read. */
	get isOutdated(): boolean {
		const { details } = this;
		if (!details?.draft || details.saving) return false;
		return details.device.base.config.version > details.draft.kept.config.version;
	}

	/** Moves the schedule into the plan that somebody else has saved. */
	async renew(): Promise<void> {
		const { details } = this;
		if (!details || this.isSaved) return;
		const config = await request<DeviceConfig>('GET', `/devices/${details.device.id}/config`);
		if (!config.ok || details !== this.details || details.saving || this.isSaved) return;
		if (this.#unsure && this.#isIn(config.value)) {
			hub.toast('info', details.savedText);
			this.isSaved = true;
			return;
		}
		this.#takeOut();
		details.draft!.load(config.value);
		this.#moveTo(details);
	}

	/** The device of the chosen relay was removed from the hub. Everything else that was chosen stays. */
	loseDevice(): void {
		this.relay = undefined;
		this.note = words.gone;
	}

	/** Saves it. Returns the problem to show if a field has one. */
	async save(): Promise<Problem | undefined> {
		if (this.details !== this.#wanted) await this.read(); // the plan in hand is another device's
		const { details } = this;
		if (details !== this.#wanted || !details?.draft || !this.schedule) return undefined;
		this.note = undefined;
		// The hub may have done what it did not answer.
		if (this.#unsure) await this.renew();
		if (this.isSaved || details !== this.details || !this.schedule || !this.relay) return undefined;
		const problem = await details.save();
		// A conflict may come from the own save whose answer was lost.
		this.#unsure = isUnanswered(details.error) || (this.#unsure && details.conflict);
		if (details.conflict) {
			this.note = words.changed(hub.nameOf(details.device.id));
			details.clearErrors();
			await this.renew();
		} else if (details.error === undefined) this.isSaved = true;
		return problem;
	}

	/** Takes the schedule out of its plan. In another plan its number may be that of another schedule. */
	#takeOut(): void {
		if (this.schedule) this.#chosen = { ...this.schedule };
		this.#id = undefined;
	}

	#moveTo(details: Details): void {
		this.#takeOut();
		this.details = details;
		const draft = details.draft!;
		const device = hub.nameOf(details.device.id);
		this.#id = draft.addSchedule();
		if (this.#id === undefined) return void (this.note = words.fullNow(device));
		if (!draft.relays.some(({ id }) => id === this.relay?.id)) {
			this.relay = undefined;
			this.note = words.gone;
		}
		this.#initial ??= textOf(draft.schedules.at(-1)!);
		const place = { id: this.#id, relay: this.relay?.id ?? draft.relays[0]!.id };
		Object.assign(draft.schedules.at(-1)!, this.#chosen, place);
	}

	/** Whether the hub has saved it already. */
	#isIn(config: DeviceConfig): boolean {
		const own = (one: SchedulePlan) => one.id === this.#id;
		const mine = JSON.stringify(this.details?.draft?.plan.schedules.find(own));
		return JSON.stringify(canonical(config.plan).schedules.find(own)) === mine;
	}
}

/** Without its number and its relay, which the plan gives that it is in. */
function textOf(schedule: SchedulePlan): string {
	return JSON.stringify({ ...schedule, id: 0, relay: 0 });
}
