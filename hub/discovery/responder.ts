import type Bonjour from 'bonjour-service';
import type { Clock } from '../base/clock.ts';
import { HeardServices, type Seen } from './heard-services.ts';
import { LanVoices, type MulticastOptions, openMdns } from './lan-voices.ts';
import { type Lan, mdnsHost, networksOf } from './lans.ts';
import { PacketLimits } from './packet-limits.ts';

/** Only a socket that is not bound to one address receives multicast. */
const EVERYWHERE = '0.0.0.0';

/**
 * Publishes the hub and finds others by mDNS: receives on one socket and sends on one for each network. The library's
 * own check for a taken name only prints a stack trace, so it is switched off and the caller checks first.
 */
export class Responder {
	#bonjour: Bonjour;
	#published = false;
	#voices: LanVoices;
	#heard: HeardServices;

	constructor(
		options: MulticastOptions,
		lans: readonly Lan[],
		clock: Clock,
		onFailure: (error: Error, lan?: Lan) => void,
	) {
		const failed = (error: Error) => onFailure(error);
		const limits = new PacketLimits(clock, networksOf(lans));
		const [bonjour, mdns] = openMdns({ ...options, bind: EVERYWHERE }, limits, failed);
		this.#bonjour = bonjour;
		this.#voices = new LanVoices(mdns, lans, options, limits, onFailure);
		this.#heard = new HeardServices(mdns);
		this.#heard.ask();
	}

	/** Asks the network again who is there. */
	ask(): void {
		this.#heard.ask();
	}

	/** Every service that has answered so far, including this hub. */
	seen(): Seen[] {
		return this.#heard.all();
	}

	/** Calls when another hub answers under a name that was seen before. */
	onClash(call: (seen: Seen) => void): void {
		this.#heard.onClash(call);
	}

	publish(name: string, port: number, hubId: string): void {
		this.#published = true;
		const common = { name, port, host: mdnsHost(hubId), probe: false };
		this.#bonjour.publish({ ...common, type: 'mooring', txt: { id: hubId, v: '2', path: '/device' } });
		this.#bonjour.publish({ ...common, type: 'http', txt: { id: hubId, path: '/' } });
	}

	/** Says goodbye, so that nobody keeps looking for this hub, and closes. Calls back when both are done. */
	close(done: () => void): void {
		const destroy = () => {
			this.#voices.close();
			this.#bonjour.destroy(done);
		};
		if (this.#published) this.#bonjour.unpublishAll(destroy);
		else destroy();
	}
}
