/**
 * All sentences of the dashboard, by subject: the type of every other language. English is its source, so a language that
 * lacks one does not compile.
 */
export interface Words {
	activityWords: InAnyLanguage<typeof import('./en/activity.ts').activityWords>;
	auditSentences: InAnyLanguage<typeof import('./en/audit.ts').auditSentences>;
	changeWords: InAnyLanguage<typeof import('./en/changes.ts').changeWords>;
	claimWords: InAnyLanguage<typeof import('./en/claim.ts').claimWords>;
	dayWords: InAnyLanguage<typeof import('./en/days.ts').dayWords>;
	deviceDialogs: InAnyLanguage<typeof import('./en/device/device-dialogs.ts').deviceDialogs>;
	listWords: InAnyLanguage<typeof import('./en/device/device-list.ts').listWords>;
	planWords: InAnyLanguage<typeof import('./en/device/device-plan.ts').planWords>;
	deviceWords: InAnyLanguage<typeof import('./en/device/device.ts').deviceWords>;
	pinWords: InAnyLanguage<typeof import('./en/device/pins.ts').pinWords>;
	flashWords: InAnyLanguage<typeof import('./en/flash.ts').flashWords>;
	gateWords: InAnyLanguage<typeof import('./en/gate.ts').gateWords>;
	homeWords: InAnyLanguage<typeof import('./en/home/home.ts').homeWords>;
	moreWords: InAnyLanguage<typeof import('./en/home/more.ts').moreWords>;
	movedWords: InAnyLanguage<typeof import('./en/home/moved.ts').movedWords>;
	httpsWords: InAnyLanguage<typeof import('./en/https.ts').httpsWords>;
	linkWords: InAnyLanguage<typeof import('./en/hub-link.ts').linkWords>;
	legacyWords: InAnyLanguage<typeof import('./en/legacy.ts').legacyWords>;
	pendingWords: InAnyLanguage<typeof import('./en/pending.ts').pendingWords>;
	installWords: InAnyLanguage<typeof import('./en/people/account.ts').installWords>;
	accountWords: InAnyLanguage<typeof import('./en/people/account.ts').accountWords>;
	tokenWords: InAnyLanguage<typeof import('./en/people/api-tokens.ts').tokenWords>;
	guestHoursWords: InAnyLanguage<typeof import('./en/people/guest-hours.ts').guestHoursWords>;
	previewWords: InAnyLanguage<typeof import('./en/people/guest-preview.ts').previewWords>;
	joinWords: InAnyLanguage<typeof import('./en/people/join.ts').joinWords>;
	lockOutWords: InAnyLanguage<typeof import('./en/people/lock-outs.ts').lockOutWords>;
	peopleWords: InAnyLanguage<typeof import('./en/people/people.ts').peopleWords>;
	secondFactorWords: InAnyLanguage<typeof import('./en/people/second-factor.ts').secondFactorWords>;
	relayWords: InAnyLanguage<typeof import('./en/relays.ts').relayWords>;
	sceneWords: InAnyLanguage<typeof import('./en/scenes.ts').sceneWords>;
	scheduleWords: InAnyLanguage<typeof import('./en/schedules.ts').scheduleWords>;
	restoreWords: InAnyLanguage<typeof import('./en/settings/restore.ts').restoreWords>;
	settingsWords: InAnyLanguage<typeof import('./en/settings/settings.ts').settingsWords>;
	backupWords: InAnyLanguage<typeof import('./en/settings/settings.ts').backupWords>;
	storageWords: InAnyLanguage<typeof import('./en/settings/storage.ts').storageWords>;
	addWords: InAnyLanguage<typeof import('./en/setup.ts').addWords>;
	setupWords: InAnyLanguage<typeof import('./en/setup.ts').setupWords>;
	updateWords: InAnyLanguage<typeof import('./en/updates.ts').updateWords>;
	wifiWords: InAnyLanguage<typeof import('./en/wifi.ts').wifiWords>;
	words: InAnyLanguage<typeof import('./en/words.ts').words>;
	faultWords: InAnyLanguage<typeof import('./faults.ts').faultWords>;
}

/** Texts of English constants may be any other text. */
type InAnyLanguage<T> = T extends (...args: infer Args) => infer Result
	? (...args: Args) => InAnyLanguage<Result>
	: T extends string
		? string
		: T extends object
			? { [Key in keyof T]: InAnyLanguage<T[Key]> }
			: T;
