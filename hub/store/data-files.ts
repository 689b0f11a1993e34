/** Names of what a hub keeps in its data folder. */
export const DATA_FILES = {
	database: 'mooring.db',
	keyFile: 'key',
	hubIdFile: 'hub-id',
	setupCode: 'setup-code',
	/** changes when another process has ended sessions */
	endedSessions: 'ended-sessions',
	virtualBoards: 'virtual-boards',
	/** exists while the hub is stopped, if it was stopped cleanly */
	cleanStop: 'clean-stop',
	images: 'images',
	/** the firmware packs that an owner has uploaded */
	firmware: 'firmware',
	/** says that the folder was restored from a backup, until the hub has told it */
	restored: 'restored',
	/** the encrypted nightly backups */
	backups: 'backups',
	/** a checked backup that is being put in place */
	restoreReady: 'restore-ready',
} as const;

/** How folders begin that hold files while they are written. */
export const WORK_PREFIX = 'work-';
