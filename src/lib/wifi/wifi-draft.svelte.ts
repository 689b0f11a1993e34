import type { WifiChoice } from '$protocol/dashboard/shapes.ts';
import type { NetworkView } from '$protocol/dashboard/wifi-networks.ts';
import { LIMITS } from '$protocol/dashboard/limits.ts';
import { wifiProblem } from '$lib/wifi/wifi-problem.ts';
import { type Outcome, request } from '$lib/hub/request.ts';
import { wifiWords } from '$words/wifi.ts';

/** What is wrong with the choice of a network: which of them, its name, or its password. */
export interface ChoiceProblem {
	field: 'choice' | 'ssid' | 'password';
	message: string;
}

/**
 * The Wi-Fi that a board is to be given: a network that the hub keeps, of which the page knows only the id and the name,
 * or one that is typed.
 */
export class WifiDraft {
	/** those that the hub keeps */
	networks: NetworkView[] = $state.raw([]);
	/** id of a kept network; '': another one, which is typed; undefined: none chosen yet */
	chosen: string | undefined = $state();
	ssid = $state('');
	password = $state('');
	/** whether the hub is to keep the typed network */
	keep = $state(true);
	readonly #choosesOnly: boolean;

	/** With `choosesOnly`, the only kept network is chosen without asking. */
	constructor({ choosesOnly }: { choosesOnly: boolean }) {
		this.#choosesOnly = choosesOnly;
	}

	/** Takes over what the hub keeps now. Nothing that was typed or chosen is lost, unless it is not kept any more. */
	offer(networks: NetworkView[]): void {
		this.networks = networks;
		if (this.chosen && !this.kept) this.chosen = undefined;
		if (this.chosen !== undefined) return;
		const isTyped = this.ssid !== '' || this.password !== '';
		if (isTyped) this.chosen = '';
		else if (this.#choosesOnly && networks.length === 1) this.chosen = networks[0]!.id;
	}

	get kept(): NetworkView | undefined {
		return this.networks.find(({ id }) => id === this.chosen);
	}

	get typing(): boolean {
		return this.networks.length === 0 || this.chosen === '';
	}

	get name(): string {
		return this.kept?.ssid ?? (this.typing ? this.ssid : '');
	}

	/** A typed name is that of a kept network, so this hub cannot keep it again. */
	get isKeptAlready(): boolean {
		return this.networks.some(({ ssid }) => ssid === this.ssid);
	}

	get mayKeep(): boolean {
		return !this.isKeptAlready && this.networks.length < LIMITS.wifiNetworks;
	}

	problem(): ChoiceProblem | undefined {
		if (this.typing) return wifiProblem({ ssid: this.ssid, password: this.password });
		return this.kept ? undefined : { field: 'choice', message: wifiWords.problems.choose };
	}

	/** What the hub is told for the board. A network that it is to keep is kept first, and is the chosen one from then on. */
	async send(ask: typeof request = request): Promise<Outcome<WifiChoice>> {
		const { kept, ssid, password } = this;
		if (kept) return { ok: true, value: { network: kept.id } };
		if (!this.keep || !this.mayKeep) return { ok: true, value: { ssid, password } };
		const done = await ask<NetworkView>('POST', '/wifi-networks', { ssid, password });
		if (!done.ok) return done;
		const { id } = done.value;
		this.networks = [...this.networks.filter((network) => network.id !== id), done.value];
		this.chosen = id;
		this.ssid = this.password = '';
		return { ok: true, value: { network: id } };
	}
}
