#include "harness/boot_plan.h"

#include <QFile>
#include <QJsonDocument>

namespace harness {

QJsonObject json(const QByteArray &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        qFatal("not a JSON object: %s", text.constData());
    return document.object();
}

QJsonObject BootPlan::machineConfig() const
{
    QJsonObject config = machineExtras;
    config[QStringLiteral("vcpu_count")] = vcpus;
    config[QStringLiteral("mem_size_mib")] = memoryMib;
    return config;
}

QJsonObject BootPlan::bootSource() const
{
    return {{QStringLiteral("kernel_image_path"), bzImage ? assets.bzImage : assets.vmlinux},
            {QStringLiteral("initrd_path"), assets.initrd},
            {QStringLiteral("boot_args"), QString::fromLatin1(bootArgs)}};
}

QJsonArray BootPlan::drives() const
{
    QJsonArray all{QJsonObject{{QStringLiteral("drive_id"), QStringLiteral("rootfs")},
                               {QStringLiteral("path_on_host"), rootfs},
                               {QStringLiteral("is_root_device"), true},
                               {QStringLiteral("is_read_only"), false},
                               {QStringLiteral("cache_type"), cacheType},
                               {QStringLiteral("io_engine"), ioEngine}}};
    for (const QJsonValue &drive : moreDrives)
        all.append(drive);
    return all;
}

bool configureOverApi(ApiClient &api, const BootPlan &plan, QByteArray *refusal)
{
    const auto put = [&](const QByteArray &path, const QJsonObject &body) {
        if (body.isEmpty())
            return true;
        const Response response = api.put(path, body);
        if (response.status != 204 && refusal)
            *refusal = path + ": " + QByteArray::number(response.status) + ' ' + response.body;
        return response.status == 204;
    };
    const auto putAll = [&](const QByteArray &path, const char *id, const QJsonArray &bodies) {
        for (const QJsonValue &body : bodies) {
            if (!put(path + body[QLatin1String(id)].toString().toLatin1(), body.toObject()))
                return false;
        }
        return true;
    };
    return put("/machine-config", plan.machineConfig()) && put("/cpu-config", plan.cpuConfig) &&
           put("/boot-source", plan.bootSource()) &&
           putAll("/drives/", "drive_id", plan.drives()) &&
           putAll("/network-interfaces/", "iface_id", plan.interfaces) && put("/mmds/config", plan.mmds) &&
           put("/vsock", plan.vsock) && put("/vsocks/root", plan.oldVsock) && put("/balloon", plan.balloon) && put("/entropy", plan.entropy);
}

QJsonObject startAction()
{
    return {{QStringLiteral("action_type"), QStringLiteral("InstanceStart")}};
}

bool startOverApi(EngineProcess &engine, const BootPlan &plan, const QStringList &engineArguments)
{
    if (!engine.start(engineArguments) || !engine.waitForSocket())
        return false;
    ApiClient api(engine.socketPath());
    QByteArray refusal;
    if (!configureOverApi(api, plan, &refusal)) {
        qWarning("refused: %s", refusal.constData());
        return false;
    }
    return api.put("/actions", startAction()).status == 204;
}

bool startFromFile(EngineProcess &engine, const BootPlan &plan, const QString &directory,
                   const QStringList &engineArguments)
{
    QFile file(directory + QStringLiteral("/vm.json"));
    if (!file.open(QIODevice::WriteOnly))
        return false;
    QJsonObject config{{QStringLiteral("machine-config"), plan.machineConfig()},
                       {QStringLiteral("boot-source"), plan.bootSource()},
                       {QStringLiteral("drives"), plan.drives()},
                       {QStringLiteral("network-interfaces"), plan.interfaces}};
    const std::pair<const char *, const QJsonObject *> sections[] = {
        {"mmds-config", &plan.mmds}, {"vsock", &plan.vsock}, {"balloon", &plan.balloon}, {"entropy", &plan.entropy}};
    for (const auto &[key, body] : sections) {
        if (!body->isEmpty())
            config[QLatin1String(key)] = *body;
    }
    file.write(ApiClient::compact(config));
    file.close();
    return engine.start(QStringList{QStringLiteral("--config-file"), file.fileName()} + engineArguments);
}

qint64 metricTotal(const QString &path, const char *group, const char *leaf)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no metrics file %s", qPrintable(path));
    qint64 total = 0;
    while (!file.atEnd()) {
        const QJsonValue value =
            QJsonDocument::fromJson(file.readLine()).object()[QLatin1String(group)][QLatin1String(leaf)];
        if (!value.isDouble())
            qFatal("no counter %s.%s in %s", group, leaf, qPrintable(path));
        total += value.toInteger();
    }
    return total;
}

} // namespace harness
