#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace stub {

struct Request {
    QByteArray method;
    QByteArray path;
    QByteArray head; ///< request line and headers, as sent
    QByteArray body;
    int connection = 0; ///< counts the connections to the stub from 1

    QJsonObject json() const;
};

struct Answer {
    int status = 204;
    QByteArray body{};

    static Answer fault(const QString &text, int status = 400);
    static Answer document(const QJsonObject &object);
};

/// What a small engine would answer: keeps what is put, knows the phases. Texts of faults are those of the API.
class Model {
public:
    Answer answer(const Request &request);

    QString id = QStringLiteral("anonymous-instance");
    QString state = QStringLiteral("Not started"); ///< "Running", "Paused"
    QString firecrackerVersion = QStringLiteral("1.4.0");
    QString sparklerVersion = QStringLiteral("0.1.0"); ///< empty: GET /version does not tell
    QJsonObject bootSource{{QStringLiteral("kernel_image_path"), QString()}};
    QJsonObject machineConfig{{QStringLiteral("vcpu_count"), 1},
                              {QStringLiteral("mem_size_mib"), 128},
                              {QStringLiteral("smt"), false},
                              {QStringLiteral("track_dirty_pages"), false}};
    QJsonArray drives;
    QJsonArray networkInterfaces;
    QJsonValue mmdsConfig = QJsonValue::Null;
    QJsonValue mmds = QJsonValue::Null; ///< null: never put
    QJsonValue vsock = QJsonValue::Null;
    QJsonValue entropy = QJsonValue::Null;
    QJsonObject metrics{{QStringLiteral("utc_timestamp_ms"), 0}};
    int ctrlAltDels = 0;
    QJsonObject balloon;           ///< as GET /balloon shows it; empty: no device
    QJsonObject balloonStatistics; ///< what the guest reports, without target and actual size
    int balloonActualMib = 0;      ///< follows the target only when the test says so
    int hintingHost = 0;
    QJsonValue hintingGuest = QJsonValue::Null;
    int snapshotLoads = 0;     ///< that worked
    QJsonObject otherSections; ///< of GET /vm/config, instead of "none"

private:
    Answer get(const QByteArray &path) const;
    Answer putBeforeStart(const QByteArray &path, const QJsonObject &body);
    Answer putDrive(const QString &pathId, const QJsonObject &body);
    Answer patchDrive(const QString &pathId, const QJsonObject &body);
    Answer action(const QString &type);
    // stub_devices.cpp
    /// Nothing: the path is no device's.
    std::optional<Answer> device(const Request &request);
    Answer putInterface(const QString &pathId, QJsonObject body);
    Answer patchInterface(const QString &pathId, const QJsonObject &body);
    Answer putMmdsConfig(const QJsonObject &body);
    Answer mmdsStore(const Request &request);
    Answer balloonDevice(const Request &request);
    Answer getBalloon(const QByteArray &path) const;
    Answer patchBalloon(const QByteArray &path, const QJsonObject &body);
    QJsonObject vmConfig() const;
    // stub_snapshots.cpp
    Answer createSnapshot(const QJsonObject &body);
    Answer loadSnapshot(const QJsonObject &body);
    /// Whether something that belongs to a boot was configured.
    bool configured() const;
    bool started() const { return state != QStringLiteral("Not started"); }
};

} // namespace stub
