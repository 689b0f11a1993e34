#include "fakes/improv_client.h"

// Improv's packets: what the reader finds in the bytes of a serial port, and what a board sends.

namespace mooring::test {

namespace {

using Event = ImprovReader::Event;

constexpr int FUZZ_RUNS = ON_CHIP ? 3 : 200;

const Request &wifi() {
	static const Request request("MyWirelessAP", "mysecurepassword");
	return request;
}

/** Reads all bytes, and counts the commands and the damaged packets. */
struct Found {
	int commands = 0, damaged = 0;

	void in(ImprovReader *reader, Bytes bytes) {
		for (Event event; (event = reader->read(&bytes)) != Event::NeedsMore;)
			(event == Event::Command ? commands : damaged)++;
	}
	/** Gives up packets that have begun, as after a pause. */
	void at_last(ImprovReader *reader) {
		while (reader->is_waiting()) {
			reader->give_up();
			in(reader, {nullptr, 0});
		}
	}
};

bool takes(const uint8_t *data, size_t size) {
	wire::WifiConfig network = mooring_v2_WifiConfig_init_zero;
	return improv_wifi({data, size}, &network);
}

} // namespace

TEST(Improv, CommandOfTheStandardsExample_IsUnderstood) {
	uint8_t bytes[64];
	const Bytes packet = unhex("494d50524f560103"
							   "20"
							   "011e0c4d79576972656c6573734150106d7973656375726570617373776f7264"
							   "c10a",
							   bytes, sizeof bytes);
	CHECK_BYTES(packet, wifi().all());
	ImprovReader reader;
	Bytes in = packet;
	CHECK(reader.read(&in) == Event::Command);
	CHECK_EQUAL(reader.command(), 1);
	wire::WifiConfig network = mooring_v2_WifiConfig_init_zero;
	CHECK(improv_wifi(reader.data(), &network));
	CHECK(strcmp(network.ssid, "MyWirelessAP") == 0);
	CHECK(strcmp(network.password, "mysecurepassword") == 0);
	CHECK(reader.read(&in) == Event::NeedsMore);
}

TEST(Improv, PacketCutAtEveryByte_IsOneCommand) {
	for (size_t cut = 0; cut <= wifi().size; cut++) {
		ImprovReader reader;
		Found found;
		found.in(&reader, {wifi().bytes, cut});
		found.in(&reader, {wifi().bytes + cut, wifi().size - cut});
		CHECK_EQUAL(found.commands, 1);
		CHECK_EQUAL(found.damaged, 0);
	}
}

TEST(Improv, PacketThatEndsEarly_DoesNotHideTheNext) {
	const Request next(ImprovCommand::RequestState);
	for (size_t cut = 0; cut + 2 < wifi().size; cut++) {
		ImprovReader reader;
		Found found;
		found.in(&reader, {wifi().bytes, cut});
		found.in(&reader, next.all());
		found.at_last(&reader);
		CHECK_EQUAL(found.commands, 1);
	}
}

TEST(Improv, AnySingleBitThatIsWrong_IsNoCommand_AndTheNextIsFound) {
	for (size_t bit = 0; bit < (wifi().size - 1) * 8; bit++) {
		Request changed = wifi();
		changed.bytes[bit / 8] = static_cast<uint8_t>(changed.bytes[bit / 8] ^ 1u << bit % 8);
		ImprovReader reader;
		Found found;
		found.in(&reader, changed.all());
		CHECK_EQUAL(found.commands, 0);
		found.in(&reader, wifi().all());
		found.at_last(&reader);
		CHECK_EQUAL(found.commands, 1);
	}
}

TEST(Improv, WrongSum_IsTold) {
	Request changed = wifi();
	changed.bytes[changed.size - 2]++;
	ImprovReader reader;
	Found found;
	found.in(&reader, changed.all());
	CHECK_EQUAL(found.damaged, 1);
}

TEST(Improv, PacketsOfABoard_AreNoCommands) {
	ImprovReader reader;
	Found found;
	found.in(&reader, ImprovPacket(ImprovState::Authorized).bytes());
	found.in(&reader, ImprovPacket(ImprovError::Unknown).bytes());
	found.in(&reader, ImprovPacket(ImprovCommand::RequestInfo).bytes());
	CHECK_EQUAL(found.commands + found.damaged, 0);
	CHECK(!reader.is_waiting());
}

TEST(Improv, PacketThatIsTooLongOrTooShort_IsTold_AndPassedOver) {
	static const uint8_t much[250] = {};
	const Request long_one(5, {much, sizeof much});
	ImprovReader reader;
	Found found;
	found.in(&reader, long_one.all());
	CHECK_EQUAL(found.damaged, 1);
	found.in(&reader, wifi().all());
	CHECK_EQUAL(found.commands, 1);
	const uint8_t none[] = {'I', 'M', 'P', 'R', 'O', 'V', 1, 3, 0, 0xe1, '\n'};
	found.in(&reader, {none, sizeof none});
	CHECK_EQUAL(found.damaged, 2);
	CHECK_EQUAL(found.commands, 1);
}

TEST(Improv, AmongAnything_WholePacketsAreFound) {
	Random random(31);
	for (int run = 0; run < FUZZ_RUNS; run++) {
		ImprovReader reader;
		Found found;
		int sent = 0;
		for (int piece = 0; piece < 40; piece++) {
			uint8_t noise[100];
			switch (random.below(4)) {
				case 0:
					random.fill(noise, sizeof noise);
					found.in(&reader, {noise, random.below(sizeof noise)});
					break;
				case 1:
					found.in(&reader, {wifi().bytes, random.below(7)});
					break;
				case 2:
					found.in(&reader, {reinterpret_cast<const uint8_t *>("on Wi-Fi IMPROV\n"), 16});
					break;
				default:
					found.in(&reader, wifi().all());
					sent++;
			}
		}
		found.at_last(&reader);
		CHECK_EQUAL(found.commands, sent);
		if (has_failed()) return;
	}
}

TEST(Improv, AnyBytesBehindAHeader_AreHarmless) {
	Random random(32);
	for (int run = 0; run < FUZZ_RUNS * 10; run++) {
		Request request = wifi();
		random.fill(request.bytes + 8, random.below(60));
		request.bytes[8] = static_cast<uint8_t>(random.below(110));
		ImprovReader reader;
		Bytes in = request.all();
		while (reader.read(&in) == Event::Command) {
			wire::WifiConfig network = mooring_v2_WifiConfig_init_zero;
			improv_wifi(reader.data(), &network);
		}
	}
}

TEST(Improv, NamesAndPasswordsThatNoNetworkHas_AreNotTaken) {
	uint8_t data[100] = {};
	memset(data, 'a', sizeof data);
	data[0] = 32;
	data[33] = 64;
	CHECK(takes(data, 98));
	CHECK(!takes(data, 97)); // one byte of the password is missing
	CHECK(!takes(data, 99)); // or too much
	data[33] = 65;
	CHECK(!takes(data, 99));
	data[33] = 0;
	CHECK(takes(data, 34)); // open
	data[5] = 0;
	CHECK(!takes(data, 34));
	data[0] = 33;
	data[34] = 0;
	CHECK(!takes(data, 35));
	data[0] = 0;
	data[1] = 0;
	CHECK(!takes(data, 2));
	CHECK(!takes(data, 1));
	CHECK(!takes(data, 0));
}

TEST(Improv, PacketsOfABoard_AreThoseOfTheStandard) {
	uint8_t bytes[64];
	CHECK_BYTES(ImprovPacket(ImprovState::Provisioned).bytes(), unhex("0a494d50524f560101"
																	  "0104e40a",
																	  bytes, sizeof bytes));
	CHECK_BYTES(ImprovPacket(ImprovError::UnableToConnect).bytes(), unhex("0a494d50524f560102"
																		  "0103e40a",
																		  bytes, sizeof bytes));
	ImprovPacket result(ImprovCommand::RequestNetworks);
	result.add("home");
	result.add("-60");
	result.add("YES");
	CHECK_BYTES(result.bytes(), unhex("0a494d50524f560104"
									  "0f040d04686f6d65032d363003594553390a",
									  bytes, sizeof bytes));
}

TEST(Improv, StringThatDoesNotFit_IsLeftOut) {
	char text[200];
	memset(text, 'x', sizeof text);
	for (size_t length = 100; length < sizeof text; length++) {
		text[length] = '\0';
		ImprovPacket packet(ImprovCommand::RequestInfo);
		packet.add(text);
		packet.add("y");
		const Bytes bytes = packet.bytes();
		CHECK(bytes.size <= MAX_SERIAL_BYTES);
		size_t at = 0;
		Reply reply;
		CHECK(next_reply(bytes, &at, &reply));
		CHECK(reply.has(reply.count() - 1, "y") || reply.has(0, text));
		text[length] = 'x';
	}
}

} // namespace mooring::test
