// The way of a request: available ring, parser, limiter, backend, used ring.

#include "base/clock.h"
#include "base/os_error.h"
#include "telemetry/event_hub.h"
#include "telemetry/log.h"
#include "virtio/block/device.h"

#include <algorithm>
#include <cerrno>

namespace sparkler::virtio {
namespace {

// What one wake-up may do before other devices get their turn.
constexpr unsigned kRequestsPerWake = 256;
constexpr std::uint64_t kBytesPerWake = std::uint64_t{32} << 20;

constexpr std::chrono::milliseconds kSubmitRetry{1};

std::uint32_t dataBytes(const BlockOperation &operation)
{
    if (const auto *read = std::get_if<BlockRead>(&operation))
        return read->bytes;
    if (const auto *write = std::get_if<BlockWrite>(&operation))
        return write->bytes;
    return 0;
}

bool needsSlot(const BlockOperation &operation)
{
    return !std::holds_alternative<BlockGetId>(operation) && !std::holds_alternative<BlockUnsupported>(operation);
}

const char *name(IoKind kind)
{
    switch (kind) {
    case IoKind::Read:
        return "In";
    case IoKind::Write:
        return "Out";
    case IoKind::Flush:
        break;
    }
    return "Flush";
}

std::string_view failureOf(IoKind kind)
{
    switch (kind) {
    case IoKind::Read:
        return "a read failed";
    case IoKind::Write:
        return "a write failed";
    case IoKind::Flush:
        break;
    }
    return "a flush failed";
}

} // namespace

// --- from the available ring to the backend ---

void BlockDevice::processQueue()
{
    if (m_broken)
        return;
    m_engineFull = false;
    bool usedAny = false;
    std::uint64_t bytes = 0;
    for (unsigned requests = 0;; ++requests) {
        if (requests == kRequestsPerWake || bytes >= kBytesPerWake) {
            signalEventFd(m_againEvent.get());
            break;
        }
        const auto popped = queue().pop(m_chain);
        if (!popped) {
            ringFault(popped.error());
            break;
        }
        if (*popped == Queue::Pop::Empty) {
            const auto more = queue().armNotification();
            if (more && *more)
                continue;
            if (!more)
                ringFault(more.error());
            break;
        }
        bytes += m_chain.readableBytes() + std::uint64_t{m_chain.writableBytes()};
        if (*popped == Queue::Pop::Malformed)
            giveBackUnanswered(m_chain.fault());
        else if (processChain() == Next::Stop)
            break;
        usedAny = true;
    }
    if (!usedAny)
        m_metrics.noAvailBuffer.add();
    settle();
    if (!m_broken)
        m_metrics.remainingReqsCount.add(queue().available().value_or(0));
}

BlockDevice::Next BlockDevice::processChain()
{
    const auto request = parseBlockRequest(*m_activation->memory, m_chain, m_disk.sectors());
    if (!request) {
        giveBackUnanswered(request.error().text);
        return Next::Continue;
    }
    if (needsSlot(request->operation) && !hasFreeSlot()) {
        m_metrics.ioEngineThrottledEvents.add();
        m_engineFull = true;
        queue().undoPop(m_chain);
        return Next::Stop;
    }
    if (!admit(request->operation)) {
        m_metrics.rateLimiterThrottledEvents.add();
        queue().undoPop(m_chain);
        return Next::Stop;
    }
    execute(*request);
    return Next::Continue;
}

bool BlockDevice::hasFreeSlot()
{
    if (m_freeSlots.empty())
        collectCompletions();
    return !m_freeSlots.empty();
}

bool BlockDevice::admit(const BlockOperation &operation)
{
    if (m_limiter.isUnlimited())
        return true;
    const std::uint32_t bytes = dataBytes(operation);
    const RateLimiter::Verdict verdict = m_limiter.takeOperation(bytes, m_clock.now());
    if (verdict == RateLimiter::Verdict::Overconsumed)
        logError("Consumed {} tokens from bucket of size {}", bytes,
                 m_limiter.bucket(RateLimiter::Kind::Bytes)->size());
    return verdict != RateLimiter::Verdict::Blocked;
}

void BlockDevice::execute(const BlockRequest &request)
{
    if (const auto *read = std::get_if<BlockRead>(&request.operation)) {
        start(IoKind::Read, read->offset, read->bytes, request.statusAt);
    } else if (const auto *write = std::get_if<BlockWrite>(&request.operation)) {
        if (!m_readOnly)
            return start(IoKind::Write, write->offset, write->bytes, request.statusAt);
        m_metrics.invalidReqsCount.add();
        logError("Failed to execute Out virtio block request: the drive is read-only");
        answer(m_chain.head(), request.statusAt, BlockStatus::IoError, 1);
    } else if (std::holds_alternative<BlockFlush>(request.operation)) {
        start(IoKind::Flush, 0, 0, request.statusAt);
    } else if (std::holds_alternative<BlockGetId>(request.operation)) {
        answerId(request);
    } else {
        m_metrics.invalidReqsCount.add();
        logError("Received unsupported virtio block request: {}", std::get<BlockUnsupported>(request.operation).type);
        answer(m_chain.head(), request.statusAt, BlockStatus::Unsupported, 1);
    }
}

void BlockDevice::start(IoKind kind, std::uint64_t offset, std::uint32_t bytes, GuestAddress statusAt)
{
    const std::uint16_t index = m_freeSlots.back(); // processChain() saw that there is one
    Slot &slot = m_slots[index];
    slot.pieces.clear();
    Result<> taken;
    if (kind == IoKind::Read) {
        taken = ChainWriter(*m_activation->memory, m_chain).takeSlices(bytes, slot.pieces);
    } else if (kind == IoKind::Write) {
        ChainReader input(*m_activation->memory, m_chain);
        taken = input.skip(kBlockHeaderBytes);
        if (taken)
            taken = input.takeSlices(bytes, slot.pieces);
    }
    if (!taken) // cannot be: the chain was checked against memory that never shrinks
        return giveBackUnanswered(taken.error().text);
    m_freeSlots.pop_back();
    slot.kind = kind;
    slot.head = m_chain.head();
    slot.statusAt = statusAt;
    slot.offset = offset;
    slot.bytes = bytes;
    slot.done = 0;
    slot.firstPiece = 0;
    slot.startedMicros = monotonicMicros();
    m_backend->queue({kind, index, offset, slot.pieces});
}

void BlockDevice::answerId(const BlockRequest &request)
{
    if (ChainWriter(*m_activation->memory, m_chain).writeBytes(m_disk.serial))
        answer(m_chain.head(), request.statusAt, BlockStatus::Ok, kSerialBytes + 1);
    else
        giveBackUnanswered("no room for the device id");
}

void BlockDevice::giveBackUnanswered(std::string_view why)
{
    m_metrics.executeFails.add();
    logError("Failed to parse available descriptor chain: {}", why);
    if (const auto done = queue().complete(m_chain.head(), 0); !done)
        ringFault(done.error());
}

void BlockDevice::answer(std::uint16_t head, GuestAddress statusAt, BlockStatus status, std::uint32_t written)
{
    if (const auto stored = m_activation->memory->write(statusAt, static_cast<std::uint8_t>(status)); !stored) {
        logError("Failed to write virtio block status: {}", stored.error().text);
        written = 0;
    }
    if (const auto done = queue().complete(head, written); !done)
        ringFault(done.error());
}

// --- from the backend to the used ring ---

void BlockDevice::collectCompletions()
{
    for (auto finished = m_backend->takeCompletions(); !finished.empty(); finished = m_backend->takeCompletions()) {
        for (const IoCompletion &completion : finished) {
            if (!resumeTransfer(completion.slot, completion.result))
                finish(completion.slot, completion.result);
        }
    }
}

/// Continues a transfer that was interrupted or came out short. False when it is finished, well or badly.
bool BlockDevice::resumeTransfer(std::uint16_t index, int result)
{
    Slot &slot = m_slots[index];
    if (result > 0 && slot.kind != IoKind::Flush)
        slot.done += std::min(static_cast<std::uint32_t>(result), slot.bytes - slot.done);
    const bool shortened = result > 0 && slot.done < slot.bytes;
    if (!shortened && result != -EINTR)
        return false;
    for (auto left = static_cast<std::size_t>(std::max(result, 0)); left > 0;) {
        iovec &piece = slot.pieces[slot.firstPiece];
        const std::size_t step = std::min(left, piece.iov_len);
        piece.iov_base = static_cast<std::byte *>(piece.iov_base) + step;
        piece.iov_len -= step;
        left -= step;
        if (piece.iov_len == 0)
            ++slot.firstPiece;
    }
    m_backend->queue({slot.kind, index, slot.offset + slot.done, std::span(slot.pieces).subspan(slot.firstPiece)});
    return true;
}

void BlockDevice::finish(std::uint16_t index, int result)
{
    Slot &slot = m_slots[index];
    const bool ok = result >= 0 && slot.done == slot.bytes;
    account(slot, result);
    const std::uint32_t written = slot.kind == IoKind::Read ? slot.done + 1 : 1;
    answer(slot.head, slot.statusAt, ok ? BlockStatus::Ok : BlockStatus::IoError, written);
    m_freeSlots.push_back(index);
}

void BlockDevice::account(const Slot &slot, int result)
{
    if (result < 0 || slot.done < slot.bytes) {
        m_metrics.invalidReqsCount.add();
        if (result < 0)
            logError("Failed to execute {} virtio block request: {}", name(slot.kind), osErrorDebug(-result));
        else
            logError("Failed to execute {} virtio block request: {} of {} bytes transferred", name(slot.kind),
                     slot.done, slot.bytes);
        eventHub().publishDeviceError("block", m_driveId, failureOf(slot.kind));
        return;
    }
    const std::uint64_t micros = monotonicMicros() - slot.startedMicros;
    switch (slot.kind) {
    case IoKind::Read:
        m_metrics.readCount.add();
        m_metrics.readBytes.add(slot.bytes);
        m_metrics.readAgg.record(micros);
        break;
    case IoKind::Write:
        m_metrics.writeCount.add();
        m_metrics.writeBytes.add(slot.bytes);
        m_metrics.writeAgg.record(micros);
        break;
    case IoKind::Flush:
        m_metrics.flushCount.add();
        break;
    }
}

void BlockDevice::settle()
{
    collectCompletions();
    auto submitted = m_backend->submit();
    if (submitted) {
        // What the page cache could serve is done already; transfers that came out short go on.
        collectCompletions();
        submitted = m_backend->submit();
    }
    m_submitFailed = !submitted;
    if (!submitted)
        logError("Error submitting pending block requests: {}", submitted.error().text);
    armTimer();
    const auto wanted = queue().publish();
    if (!wanted)
        ringFault(wanted.error());
    else if (*wanted)
        m_activation->interrupt->signalUsedQueue();
}

void BlockDevice::armTimer()
{
    if (m_submitFailed)
        m_timer.armOnce(kSubmitRetry);
    else if (m_limiter.isUnlimited())
        return;
    else if (const auto blocked = m_limiter.retryAfter(m_clock.now()))
        m_timer.armOnce(*blocked);
}

Result<> BlockDevice::drain()
{
    while (m_activation && m_freeSlots.size() < m_slots.size()) {
        collectCompletions();
        if (m_freeSlots.size() == m_slots.size())
            break;
        const auto submitted = m_backend->submit();
        if (!submitted && submitted.error().hostErrno != EAGAIN)
            return submitted;
        if (submitted) // else perhaps nothing is under way that could be waited for: try again
            TRY(m_backend->wait());
    }
    return {};
}

} // namespace sparkler::virtio
