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
    m_timer.setInterval(kInterval);
    m_debounce.setInterval(kDebounce);
    m_debounce.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &BalloonMonitor::ask);
    connect(&m_debounce, &QTimer::timeout, this, &BalloonMonitor::sendTarget);
}

/// Answers of an engine that was left meanwhile say nothing about the present one.
template <typename T>
EngineClient::Callback<T> BalloonMonitor::ifStill(std::function<void(const ApiResult<T> &)> what)
{
    return [this, from = m_client, what = std::move(what)](const ApiResult<T> &result) {
        if (from && from == m_client)
            what(result);
    };
}

void BalloonMonitor::setClient(EngineClient *client)
{
    if (client && client == m_client) // a null one may be the former's, gone already
        return;
    m_client = client;
    m_asking = false;
    m_sendingTarget = false;
    m_debounce.stop();
    m_wanted.reset();
    m_state = State::Unknown;
    m_statistics.reset();
    m_hinting.reset();
    m_error.reset();
    emit changed();
    if (m_timer.isActive())
        ask();
}

void BalloonMonitor::watch(bool on)
{
    if (on == m_timer.isActive())
        return;
    if (!on) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    ask();
}

void BalloonMonitor::ask()
{
    // No balloon can be added to a running machine.
    if (!m_client || m_asking || m_state == State::Absent)
        return;
    m_asking = true;
    m_client->setBackground(true);
    m_client->getBalloon(this, ifStill<Balloon>([this](const ApiResult<Balloon> &balloon) { onBalloon(balloon); }));
    m_client->setBackground(false);
}

void BalloonMonitor::onBalloon(const ApiResult<Balloon> &balloon)
{
    if (!balloon) {
        m_asking = false;
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
    m_client->setBackground(true);
    m_client->getBalloonStatistics(this,
                                   ifStill<BalloonStatistics>([this](const ApiResult<BalloonStatistics> &statistics) {
                                       if (statistics) {
                                           m_statistics = *statistics;
                                       } else {
                                           m_statistics.reset();
                                           m_error = statistics.error();
                                       }
                                       askHinting();
                                   }));
    m_client->setBackground(false);
}

void BalloonMonitor::askHinting()
{
    if (!m_balloon.freePageHinting) {
        m_hinting.reset();
        endRound();
        return;
    }
    m_client->setBackground(true);
    m_client->getBalloonHinting(this, ifStill<BalloonHinting>([this](const ApiResult<BalloonHinting> &hinting) {
                                    if (hinting) {
                                        m_hinting = *hinting;
                                    } else {
                                        m_hinting.reset();
                                        m_error = hinting.error();
                                    }
                                    endRound();
                                }));
    m_client->setBackground(false);
}

void BalloonMonitor::endRound()
{
    m_asking = false;
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
    if (!m_client || !m_wanted)
        return;
    if (m_sendingTarget) { // one after the other; the newest counts
        m_debounce.start();
        return;
    }
    m_sendingTarget = true;
    const quint64 sent = *m_wanted;
    m_client->patchBalloon(sent, this, ifStill<void>([this, sent](const ApiResult<void> &result) {
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
    if (!m_client)
        return;
    m_client->patchBalloonStatistics(seconds, this, ifStill<void>([this, seconds](const ApiResult<void> &result) {
                                         if (result)
                                             m_balloon.statsPollingIntervalS = seconds;
                                         afterChange(tr("The interval of the statistics was not changed."), result);
                                     }));
}

void BalloonMonitor::startHinting(bool acknowledgeOnStop)
{
    if (m_client)
        m_client->startBalloonHinting(acknowledgeOnStop, this, ifStill<void>([this](const ApiResult<void> &result) {
                                          afterChange(tr("Free page hinting was not started."), result);
                                      }));
}

void BalloonMonitor::stopHinting()
{
    if (m_client)
        m_client->stopBalloonHinting(this, ifStill<void>([this](const ApiResult<void> &result) {
                                         afterChange(tr("Free page hinting was not stopped."), result);
                                     }));
}

void BalloonMonitor::afterChange(const QString &what, const ApiResult<void> &result)
{
    emit changed();
    if (result) {
        emit succeeded();
        ask();
    } else {
        emit failed(what, result.error());
    }
}

} // namespace sparkler::gui
