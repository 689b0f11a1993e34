#pragma once

#include "bytes.h"
#include "generated/device.pb.h"

/** The messages of protocol/device.proto, by the names they have there. */
namespace mooring::wire {

using Beat = mooring_v2_Beat;
using BoardConfig = mooring_v2_BoardConfig;
using BootReason = mooring_v2_BootReason;
using Cause = mooring_v2_Cause;
using Configure = mooring_v2_Configure;
using ConfigurePart = mooring_v2_ConfigurePart;
using Credential = mooring_v2_Credential;
using FoundSensor = mooring_v2_FoundSensor;
using FromDevice = mooring_v2_FromDevice;
using FromHub = mooring_v2_FromHub;
using GoodbyeReason = mooring_v2_GoodbyeReason;
using Hello = mooring_v2_Hello;
using Hold = mooring_v2_Hold;
using HubAddress = mooring_v2_HubAddress;
using InputConfig = mooring_v2_InputConfig;
using InputState = mooring_v2_InputState;
using LogLevel = mooring_v2_LogLevel;
using OtaBegin = mooring_v2_OtaBegin;
using OtaChunk = mooring_v2_OtaChunk;
using OtaProgress = mooring_v2_OtaProgress;
using PlaceConfig = mooring_v2_PlaceConfig;
using Preface = mooring_v2_Preface;
using Provision = mooring_v2_Provision;
using RelayConfig = mooring_v2_RelayConfig;
using RelayState = mooring_v2_RelayState;
using ScheduleConfig = mooring_v2_ScheduleConfig;
using SensorConfig = mooring_v2_SensorConfig;
using SensorReading = mooring_v2_SensorReading;
using SetRelay = mooring_v2_SetRelay;
using Unit = mooring_v2_Unit;
using Welcome = mooring_v2_Welcome;
using WifiConfig = mooring_v2_WifiConfig;

/** The bytes written to `out`; 0 if they do not fit. */
size_t encode(const pb_msgdesc_t *fields, const void *message, uint8_t *out, size_t room);
/** False if the bytes are no such message, or hold more than a board has room for. */
bool decode(const pb_msgdesc_t *fields, void *message, Bytes from);

/** The revision of the Configure, or of a part of one, in a FromHub that decode() could not read; 0 if there is none. */
uint32_t configure_revision(Bytes from_hub);

} // namespace mooring::wire
