/** What the claims tell, after it is so. Ids are those of pending devices and of conflicts. */
export interface ClaimFacts {
	PendingChanged: { id: string };
	PendingRemoved: { id: string; why: 'claimed' | 'deleted' | 'rejected' | 'gone'; device?: string };
	PendingExpired: { id: string; name: string };
}
