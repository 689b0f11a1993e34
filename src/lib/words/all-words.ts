import type { activityWords } from './en/activity.ts';
import type { auditSentences } from './en/audit.ts';
import type { automationWords } from './en/automations.ts';
import type { changeWords } from './en/changes.ts';
import type { claimWords } from './en/claim.ts';
import type { dayWords } from './en/days.ts';
import type { boardWords } from './en/device/boards.ts';
import type { deviceDialogs } from './en/device/device-dialogs.ts';
import type { listWords } from './en/device/device-list.ts';
import type { planWords } from './en/device/device-plan.ts';
import type { hardwareWords } from './en/device/hardware.ts';
import type { deviceWords } from './en/device/device.ts';
import type { emptyWords } from './en/device/no-devices.ts';
import type { flashStepWords } from './en/device/flash-steps.ts';
import type { pinWords } from './en/device/pins.ts';
import type { flashWords } from './en/flash.ts';
import type { gateWords } from './en/gate.ts';
import type { arrangeWords } from './en/home/arrange.ts';
import type { firstStepWords } from './en/home/first-steps.ts';
import type { homeWords } from './en/home/home.ts';
import type { moreWords } from './en/home/more.ts';
import type { movedWords } from './en/home/moved.ts';
import type { pageErrorWords } from './en/home/page-errors.ts';
import type { runWords } from './en/home/scene-runs.ts';
import type { ruleWords, sheetWords } from './en/home/tile-sheet.ts';
import type { httpsWords } from './en/https.ts';
import type { linkWords } from './en/hub-link.ts';
import type { legacyWords } from './en/legacy.ts';
import type { pendingWords } from './en/pending.ts';
import type { accountWords, installWords } from './en/people/account.ts';
import type { tokenWords } from './en/people/api-tokens.ts';
import type { guestHoursWords } from './en/people/guest-hours.ts';
import type { previewWords } from './en/people/guest-preview.ts';
import type { joinWords } from './en/people/join.ts';
import type { lockOutWords } from './en/people/lock-outs.ts';
import type { peopleWords } from './en/people/people.ts';
import type { preferencesWords } from './en/people/preferences.ts';
import type { secondFactorWords } from './en/people/second-factor.ts';
import type { relayWords } from './en/relays.ts';
import type { sceneWords } from './en/scenes.ts';
import type { scheduleWords } from './en/schedules.ts';
import type { firmwareWords } from './en/settings/firmware.ts';
import type { restoreWords } from './en/settings/restore.ts';
import type { backupWords, settingsWords } from './en/settings/settings.ts';
import type { storageWords } from './en/settings/storage.ts';
import type { networkWords } from './en/settings/wifi-networks.ts';
import type { addWords, setupWords } from './en/setup.ts';
import type { updateWords } from './en/updates.ts';
import type { wallWords } from './en/wall.ts';
import type { wifiWords } from './en/wifi.ts';
import type { words } from './en/words.ts';
import type { faultWords } from './faults.ts';

/**
 * All sentences of the dashboard, by subject: the type of every other language. English is its source, so a language that
 * lacks one does not compile.
 */
export interface Words {
	activityWords: InAnyLanguage<typeof activityWords>;
	auditSentences: InAnyLanguage<typeof auditSentences>;
	automationWords: InAnyLanguage<typeof automationWords>;
	changeWords: InAnyLanguage<typeof changeWords>;
	claimWords: InAnyLanguage<typeof claimWords>;
	dayWords: InAnyLanguage<typeof dayWords>;
	boardWords: InAnyLanguage<typeof boardWords>;
	deviceDialogs: InAnyLanguage<typeof deviceDialogs>;
	listWords: InAnyLanguage<typeof listWords>;
	planWords: InAnyLanguage<typeof planWords>;
	deviceWords: InAnyLanguage<typeof deviceWords>;
	emptyWords: InAnyLanguage<typeof emptyWords>;
	pinWords: InAnyLanguage<typeof pinWords>;
	firmwareWords: InAnyLanguage<typeof firmwareWords>;
	hardwareWords: InAnyLanguage<typeof hardwareWords>;
	flashStepWords: InAnyLanguage<typeof flashStepWords>;
	flashWords: InAnyLanguage<typeof flashWords>;
	gateWords: InAnyLanguage<typeof gateWords>;
	arrangeWords: InAnyLanguage<typeof arrangeWords>;
	firstStepWords: InAnyLanguage<typeof firstStepWords>;
	homeWords: InAnyLanguage<typeof homeWords>;
	moreWords: InAnyLanguage<typeof moreWords>;
	movedWords: InAnyLanguage<typeof movedWords>;
	pageErrorWords: InAnyLanguage<typeof pageErrorWords>;
	runWords: InAnyLanguage<typeof runWords>;
	sheetWords: InAnyLanguage<typeof sheetWords>;
	ruleWords: InAnyLanguage<typeof ruleWords>;
	httpsWords: InAnyLanguage<typeof httpsWords>;
	linkWords: InAnyLanguage<typeof linkWords>;
	legacyWords: InAnyLanguage<typeof legacyWords>;
	pendingWords: InAnyLanguage<typeof pendingWords>;
	installWords: InAnyLanguage<typeof installWords>;
	accountWords: InAnyLanguage<typeof accountWords>;
	tokenWords: InAnyLanguage<typeof tokenWords>;
	guestHoursWords: InAnyLanguage<typeof guestHoursWords>;
	previewWords: InAnyLanguage<typeof previewWords>;
	joinWords: InAnyLanguage<typeof joinWords>;
	lockOutWords: InAnyLanguage<typeof lockOutWords>;
	peopleWords: InAnyLanguage<typeof peopleWords>;
	preferencesWords: InAnyLanguage<typeof preferencesWords>;
	secondFactorWords: InAnyLanguage<typeof secondFactorWords>;
	relayWords: InAnyLanguage<typeof relayWords>;
	sceneWords: InAnyLanguage<typeof sceneWords>;
	scheduleWords: InAnyLanguage<typeof scheduleWords>;
	restoreWords: InAnyLanguage<typeof restoreWords>;
	settingsWords: InAnyLanguage<typeof settingsWords>;
	backupWords: InAnyLanguage<typeof backupWords>;
	storageWords: InAnyLanguage<typeof storageWords>;
	networkWords: InAnyLanguage<typeof networkWords>;
	addWords: InAnyLanguage<typeof addWords>;
	setupWords: InAnyLanguage<typeof setupWords>;
	updateWords: InAnyLanguage<typeof updateWords>;
	wallWords: InAnyLanguage<typeof wallWords>;
	wifiWords: InAnyLanguage<typeof wifiWords>;
	words: InAnyLanguage<typeof words>;
	faultWords: InAnyLanguage<typeof faultWords>;
}

/** Texts of English constants may be any other text. */
type InAnyLanguage<T> = T extends (...args: infer Args) => infer Result
	? (...args: Args) => InAnyLanguage<Result>
	: T extends string
		? string
		: T extends object
			? { [Key in keyof T]: InAnyLanguage<T[Key]> }
			: T;
