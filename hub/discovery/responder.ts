import Bonjour from 'bonjour-service';
import { LanVoices, type MulticastOptions, mdnsOf } from './lan-voices.ts';
import type { Lan } from './lans.ts';
import { mdnsHost } from './lans.ts';

/** Only a socket that is not bound to one address receives multicast. */
const EVERYWHERE = '0.0.0.0';

/** A hub as others on the network see it. */
export interface Seen {
	name: string;
	/** the hub's id; undefined for a service that is not a hub */
	id: string | undefined;
}

/**
 * Publishes the hub and finds others by mDNS: receives on one socket and sends on one for each network. The library's
 * own check for a taken name only prints a stack trace, so it is switched off and the caller checks first.
 */
export class Responder {
	#bonjour: Bonjour;
	#published = false;
	#voices: LanVoices;
	#browsers: ReturnType<Bonjour['find']>[];

	constructor(options: MulticastOptions, lans: readonly Lan[], onFailure: (error: Error, lan?: Lan) => void) {
		const failed = (error: Error) => onFailure(error);
		this.#bonjour = new Bonjour({ ...options, bind: EVERYWHERE } as object, failed);
		const mdns = mdnsOf(this.#bonjour);
		mdns.on('error', failed).on('warning', failed);
		this.#voices = new LanVoices(mdns, lans, options, onFailure);
		this.#browsers = ['mooring', 'http'].map((type) => this.#bonjour.find({ type }));
	}

	/** Asks the network again who is there. */
	ask(): void {
		for (const browser of this.#browsers) browser.update();
	}

	/** Every service that has answered so far, including this hub. */
	seen(): Seen[] {
		return this.#browsers.flatMap((browser) =>
			browser.services.map(({ name, txt }) => ({ name, id: (txt as { id?: string } | undefined)?.id })),
		);
	}

	/** Calls when another hub answers under a name that was seen before. */
	onClash(call: (seen: Seen) => void): void {
		for (const browser of this.#browsers)
			browser.on('txt-update', ({ name, txt }) => call({ name, id: (txt as { id?: string } | undefined)?.id }));
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
		for (const browser of this.#browsers) browser.stop();
		if (this.#published) this.#bonjour.unpublishAll(destroy);
		else destroy();
	}
}
