#include <new>

#include "../../core/board.h"
#include "../sodium/sodium_crypto.h"
#include "machine.h"

using namespace mooring;
using namespace mooring::wasm;

// What the program that plays boards calls. One instance of this module holds all of them.

namespace {

struct Played {
	Played(uint32_t number, const Start &how, const Crypto &crypto)
		: start(how), hal(machine(number, start)), board(hal, crypto) {}

	const Start start;
	const Hal hal;
	Board board;
};

/** Room for one board; what is free is a list. */
union Slot {
	Slot *next;
	alignas(Played) uint8_t room[sizeof(Played)];
};

/** The host's clock may have been set meanwhile. */
constexpr Time LONGEST_SLEEP_MS = 3'600'000;

constexpr size_t PAGE_BYTES = 0x10000;
/** Boards whose room is made at a time, in whole pages with little left over. */
constexpr size_t SLOTS_AT_ONCE = 16;
constexpr size_t PAGES_AT_ONCE = (SLOTS_AT_ONCE * sizeof(Slot) + PAGE_BYTES - 1) / PAGE_BYTES;

Slot *free_slots = nullptr;
Start start;

void make_room() {
	const size_t page = __builtin_wasm_memory_grow(0, PAGES_AT_ONCE);
	if (page == SIZE_MAX) return;
	Slot *slots = reinterpret_cast<Slot *>(page * PAGE_BYTES);
	for (size_t i = 0; i < PAGES_AT_ONCE * PAGE_BYTES / sizeof(Slot); i++) {
		slots[i].next = free_slots;
		free_slots = &slots[i];
	}
}

} // namespace

#define EXPORT(name) extern "C" __attribute__((export_name(#name)))

/** Where the host writes how the next board is started. */
EXPORT(start) Start *board_start() { return &start; }

/** Room for a board; nullptr where there is no memory. */
EXPORT(take) Slot *board_take() {
	if (free_slots == nullptr) make_room();
	Slot *slot = free_slots;
	if (slot != nullptr) free_slots = slot->next;
	return slot;
}

/** Power on, in a room that was taken. */
EXPORT(boot) void board_boot(Slot *slot, uint32_t number) {
	static const Crypto crypto = sodium_crypto();
	Played *played = new (slot->room) Played(number, start, crypto);
	played->board.boot();
}

/** Does what is due; answers in how many ms it wants to be called again, or sooner where something comes. */
EXPORT(step) uint32_t board_step(Played *played) {
	played->board.step();
	const Hal &hal = played->hal;
	const Time left = played->board.next_due() - static_cast<Time>(hal.monotonic_ms(hal.context));
	return left < 0 ? 0 : static_cast<uint32_t>(left < LONGEST_SLEEP_MS ? left : LONGEST_SLEEP_MS);
}

/** Off on purpose: step() says goodbye. */
EXPORT(shut_down) void board_shut_down(Played *played) { played->board.shut_down(); }

EXPORT(is_off) bool board_is_off(const Played *played) { return played->board.is_off(); }

/** Power off, whatever it is at, also after a crash: keys do not stay in memory. */
EXPORT(give_back) void board_give_back(Slot *slot) {
	wipe(slot, sizeof *slot);
	slot->next = free_slots;
	free_slots = slot;
}
