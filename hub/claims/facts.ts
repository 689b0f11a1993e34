import type { ConflictReason } from '../../protocol/dashboard.ts';
import type { LiveDevice } from '../devices/live-device.ts';

/** What the claims tell, after it is so. Ids are those of pending devices and of conflicts; `by` is a person's name. */
export interface ClaimFacts {
	PendingMade: { id: string; name: string; by: string };
	PendingRenewed: { id: string; name: string; by: string };
	PendingDeleted: { id: string; name: string; by: string };
	PendingChanged: { id: string };
	PendingRemoved: { id: string; why: 'claimed' | 'deleted' | 'rejected' | 'gone'; device?: string };
	PendingExpired: { id: string; name: string };
	/** A board waits for a person. Told once, not at every reconnect. */
	ConflictRaised: { id: string; name: string; reason: ConflictReason; mac: string; address: string };
	ConflictRejected: { id: string; name: string; mac: string; by: string };
	/**
	 * A board has got a device: a new one, or with new firmware or in another's place the one it was. `by` is null where
	 * nobody clicked. Not told when a board only lost its first key and got another.
	 */
	Claimed: {
		device: LiveDevice;
		/** id of the pending device it came with */
		pending: string;
		how: 'new' | 'regenerated' | 'upgraded' | 'replaced';
		by: string | null;
		/** MAC of the board before, where there was one */
		macBefore: string | null;
	};
	/** New firmware was made for a device. Regenerate has revoked its token. */
	FirmwareMade: { device: LiveDevice; kind: 'regenerate' | 'upgrade'; by: string };
}
