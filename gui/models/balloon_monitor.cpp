#include "models/balloon_monitor.h"

#include <QDateTime>

#include <limits>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
constexpr double kMib = 1024.0 * 1024.0;

double reported(const BalloonStatistics &statistics, const QString &key)
{
    const auto found = statistics.reported.constFind(key);
    return found == statistics.reported.constEnd() ? kUnknown : static_cast<double>(*found);
}

} // namespace

BalloonMonitor::BalloonMonitor(QObject *parent) : QObject(parent)
{
    m_debounce.setInterval(kDebounce);
    m_debounce.setSingleShot(true);
    connect(&m_poller, &EnginePoller::clientChanged, this, &BalloonMonitor::forget);
    connect(&m_poller, &EnginePoller::due, this, &BalloonMonitor::ask);
    connect(&m_debounce, &QTimer::timeout, this, &BalloonMonitor::sendTarget);
}

void BalloonMonitor::forget()
{
    m_sendingTarget = false;
    m_debounce.stop();
    m_wanted.reset();
    m_state = State::Unknown;
    m_statistics.reset();
    m_hinting.reset();
    m_error.reset();
    emit changed();
}

void BalloonMonitor::ask()
{
    if (m_state == State::Absent) { // no balloon can be added to a running machine
        m_poller.endRound();
        return;
    }
    m_poller.inBackground([this](EngineClient &client) {
        client.getBalloon(this, m_poller.ifStill<Balloon>([this](const auto &balloon) { onBalloon(balloon); }));
    });
}

void BalloonMonitor::onBalloon(const ApiResult<Balloon> &balloon)
{
    if (!balloon) {
        m_poller.endRound();
        m_error = balloon.error();
        if (m_error->kind == ApiError::Kind::Fault)
            m_state = State::Absent;
        emit changed();
        return;
    }
    m_error.reset();
    m_state = State::Present;
    m_balloon = *balloon;
    if (!m_sendingTarget && !m_debounce.isActive())
        m_wanted.reset();
    if (m_balloon.statsPollingIntervalS > 0) {
        askStatistics();
        return;
    }
    m_statistics.reset();
    askHinting();
}

void BalloonMonitor::askStatistics()
{
    const auto take = [this](const ApiResult<BalloonStatistics> &statistics) {
        if (statistics) {
            m_statistics = *statistics;
        } else {
            m_statistics.reset();
            m_error = statistics.error();
        }
        askHinting();
    };
    m_poller.inBackground(
        [&](EngineClient &client) { client.getBalloonStatistics(this, m_poller.ifStill<BalloonStatistics>(take)); });
}

void BalloonMonitor::askHinting()
{
    if (!m_balloon.freePageHinting) {
        m_hinting.reset();
        endRound();
        return;
    }
    const auto take = [this](const ApiResult<BalloonHinting> &hinting) {
        if (hinting) {
            m_hinting = *hinting;
        } else {
            m_hinting.reset();
            m_error = hinting.error();
        }
        endRound();
    };
    m_poller.inBackground(
        [&](EngineClient &client) { client.getBalloonHinting(this, m_poller.ifStill<BalloonHinting>(take)); });
}

void BalloonMonitor::endRound()
{
    m_poller.endRound();
    BalloonSample sample{.ms = QDateTime::currentMSecsSinceEpoch(),
                         .target = static_cast<double>(m_balloon.amountMib) * kMib,
                         .actual = kUnknown,
                         .free = kUnknown,
                         .available = kUnknown,
                         .total = kUnknown,
                         .caches = kUnknown};
    if (m_statistics) {
        sample.actual = static_cast<double>(m_statistics->actualMib) * kMib;
        sample.free = reported(*m_statistics, u"free_memory"_s);
        sample.available = reported(*m_statistics, u"available_memory"_s);
        sample.total = reported(*m_statistics, u"total_memory"_s);
        sample.caches = reported(*m_statistics, u"disk_caches"_s);
    }
    if (m_samples.empty() || m_samples.back().ms < sample.ms) {
        if (m_samples.size() == kMaxSamples)
            m_samples.pop_front();
        m_samples.push_back(sample);
    }
    emit changed();
    emit sampled();
}

void BalloonMonitor::setTarget(quint64 mib)
{
    m_wanted = mib;
    m_debounce.start();
    emit changed();
}

void BalloonMonitor::sendTarget()
{
    if (!m_poller.client() || !m_wanted)
        return;
    if (m_sendingTarget) { // one after the other; the newest counts
        m_debounce.start();
        return;
    }
    m_sendingTarget = true;
    const quint64 sent = *m_wanted;
    m_poller.client()->patchBalloon(sent, this, m_poller.ifStill<void>([this, sent](const ApiResult<void> &result) {
        m_sendingTarget = false;
        if (result)
            m_balloon.amountMib = sent;
        if (!m_debounce.isActive())
            m_wanted.reset();
        afterChange(tr("The balloon's target was not changed."), result);
    }));
}

void BalloonMonitor::setStatisticsInterval(quint64 seconds)
{
    if (!m_poller.client())
        return;
    m_poller.client()->patchBalloonStatistics(
        seconds, this, m_poller.ifStill<void>([this, seconds](const ApiResult<void> &result) {
            if (result)
                m_balloon.statsPollingIntervalS = seconds;
            afterChange(tr("The interval of the statistics was not changed."), result);
        }));
}

void BalloonMonitor::startHinting(bool acknowledgeOnStop)
{
    if (m_poller.client())
        m_poller.client()->startBalloonHinting(acknowledgeOnStop, this,
                                               m_poller.ifStill<void>([this](const ApiResult<void> &result) {
                                                   afterChange(tr("Free page hinting was not started."), result);
                                               }));
}

void BalloonMonitor::stopHinting()
{
    if (m_poller.client())
        m_poller.client()->stopBalloonHinting(this, m_poller.ifStill<void>([this](const ApiResult<void> &result) {
            afterChange(tr("Free page hinting was not stopped."), result);
        }));
}

void BalloonMonitor::afterChange(const QString &what, const ApiResult<void> &result)
{
    emit changed();
    if (result) {
        emit succeeded();
        m_poller.ask();
    } else {
        emit failed(what, result.error());
    }
}

} // namespace sparkler::gui
