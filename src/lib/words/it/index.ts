import type { Words } from '$lib/words/all-words.ts';
import { activityWords } from './activity.ts';
import { auditSentences } from './audit.ts';
import { automationWords } from './automations.ts';
import { changeWords } from './changes.ts';
import { claimWords } from './claim.ts';
import { dayWords } from './days.ts';
import { boardWords } from './device/boards.ts';
import { deviceDialogs } from './device/device-dialogs.ts';
import { flashStepWords } from './device/flash-steps.ts';
import { listWords } from './device/device-list.ts';
import { planWords } from './device/device-plan.ts';
import { hardwareWords } from './device/hardware.ts';
import { deviceWords } from './device/device.ts';
import { emptyWords } from './device/no-devices.ts';
import { pinWords } from './device/pins.ts';
import { faultWords } from './faults.ts';
import { flashWords } from './flash.ts';
import { gateWords } from './gate.ts';
import { firstStepWords } from './home/first-steps.ts';
import { arrangeWords } from './home/arrange.ts';
import { homeWords } from './home/home.ts';
import { moreWords } from './home/more.ts';
import { movedWords } from './home/moved.ts';
import { pageErrorWords } from './home/page-errors.ts';
import { runWords } from './home/scene-runs.ts';
import { ruleWords, sheetWords } from './home/tile-sheet.ts';
import { httpsWords } from './https.ts';
import { linkWords } from './hub-link.ts';
import { legacyWords } from './legacy.ts';
import { pendingWords } from './pending.ts';
import { accountWords, installWords } from './people/account.ts';
import { tokenWords } from './people/api-tokens.ts';
import { guestHoursWords } from './people/guest-hours.ts';
import { previewWords } from './people/guest-preview.ts';
import { joinWords } from './people/join.ts';
import { lockOutWords } from './people/lock-outs.ts';
import { peopleWords } from './people/people.ts';
import { preferencesWords } from './people/preferences.ts';
import { secondFactorWords } from './people/second-factor.ts';
import { relayWords } from './relays.ts';
import { sceneWords } from './scenes.ts';
import { scheduleWords } from './schedules.ts';
import { firmwareWords } from './settings/firmware.ts';
import { restoreWords } from './settings/restore.ts';
import { backupWords, settingsWords } from './settings/settings.ts';
import { storageWords } from './settings/storage.ts';
import { networkWords } from './settings/wifi-networks.ts';
import { addWords, setupWords } from './setup.ts';
import { updateWords } from './updates.ts';
import { wallWords } from './wall.ts';
import { wifiWords } from './wifi.ts';
import { words } from './words.ts';

/** The dashboard in Italian. */
export const translation: Words = {
	activityWords,
	auditSentences,
	automationWords,
	boardWords,
	changeWords,
	claimWords,
	dayWords,
	deviceDialogs,
	listWords,
	planWords,
	deviceWords,
	emptyWords,
	pinWords,
	firmwareWords,
	hardwareWords,
	flashStepWords,
	flashWords,
	gateWords,
	firstStepWords,
	arrangeWords,
	homeWords,
	moreWords,
	movedWords,
	pageErrorWords,
	runWords,
	ruleWords,
	sheetWords,
	httpsWords,
	linkWords,
	legacyWords,
	pendingWords,
	installWords,
	accountWords,
	tokenWords,
	guestHoursWords,
	previewWords,
	joinWords,
	lockOutWords,
	peopleWords,
	preferencesWords,
	secondFactorWords,
	relayWords,
	sceneWords,
	scheduleWords,
	restoreWords,
	settingsWords,
	backupWords,
	storageWords,
	networkWords,
	addWords,
	setupWords,
	updateWords,
	wallWords,
	wifiWords,
	words,
	faultWords,
};
