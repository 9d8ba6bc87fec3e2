#include "manager/definition_json.h"

#include "client/json.h"
#include "manager/machine_store.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
struct Word {
    T value;
    QLatin1StringView text;
};

constexpr std::array<Word<RunnerChoice>, 3> kRunners{{{RunnerChoice::Automatic, "automatic"_L1},
                                                      {RunnerChoice::Local, "local"_L1},
                                                      {RunnerChoice::Emulated, "emulated"_L1}}};
constexpr std::array<Word<JailChoice>, 3> kJails{
    {{JailChoice::Rootless, "rootless"_L1}, {JailChoice::None, "none"_L1}, {JailChoice::Privileged, "privileged"_L1}}};
constexpr std::array<Word<LogLevel>, 6> kLogLevels{{{LogLevel::Off, "off"_L1},
                                                    {LogLevel::Error, "error"_L1},
                                                    {LogLevel::Warn, "warning"_L1},
                                                    {LogLevel::Info, "info"_L1},
                                                    {LogLevel::Debug, "debug"_L1},
                                                    {LogLevel::Trace, "trace"_L1}}};

template <typename T, std::size_t N>
QString textOf(const std::array<Word<T>, N> &words, T value)
{
    const auto *found = std::ranges::find(words, value, &Word<T>::value);
    return found == words.end() ? QString() : QString(found->text);
}

QString text(const char *source)
{
    return QCoreApplication::translate("MachineStore", source);
}

/// Takes known keys out of an object; the first mistake is kept.
class Taker {
public:
    explicit Taker(QJsonObject object) : m_object(std::move(object)) {}

    QString string(QLatin1StringView key)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isUndefined() && !value.isString())
            refuse(key, text(QT_TRANSLATE_NOOP("MachineStore", "“%1” must be a text.")));
        return value.toString();
    }

    QStringList strings(QLatin1StringView key)
    {
        const QJsonValue value = m_object.take(key);
        QStringList list;
        bool good = value.isUndefined() || value.isArray();
        for (const QJsonValue &item : value.toArray()) {
            good = good && item.isString();
            list << item.toString();
        }
        if (!good)
            refuse(key, text(QT_TRANSLATE_NOOP("MachineStore", "“%1” must be a list of texts.")));
        return list;
    }

    template <typename T, std::size_t N>
    T word(QLatin1StringView key, const std::array<Word<T>, N> &words, T absent)
    {
        if (!m_object.contains(key))
            return absent;
        const QString given = string(key);
        for (const Word<T> &word : words) {
            if (word.text == given)
                return word.value;
        }
        refuse(key, text(QT_TRANSLATE_NOOP("MachineStore", "“%1” has a value that this version does not know.")));
        return absent;
    }

    /// 0: absent.
    quint64 number(QLatin1StringView key)
    {
        const QJsonValue value = m_object.take(key);
        const qint64 found = value.toInteger(0);
        if (!value.isUndefined() && (!value.isDouble() || found < 0 || value.toInteger(1) != found))
            refuse(key, text(QT_TRANSLATE_NOOP("MachineStore", "“%1” must be a whole number.")));
        return static_cast<quint64>(std::max<qint64>(found, 0));
    }

    QJsonObject object(QLatin1StringView key)
    {
        const QJsonValue value = m_object.take(key);
        if (!value.isUndefined() && !value.isObject())
            refuse(key, text(QT_TRANSLATE_NOOP("MachineStore", "“%1” must be an object.")));
        return value.toObject();
    }

    QJsonValue take(QLatin1StringView key) { return m_object.take(key); }
    void refuse(QLatin1StringView key, const QString &pattern)
    {
        if (m_error.isEmpty())
            m_error = pattern.arg(key);
    }
    QJsonObject rest() const { return m_object; }
    QString error() const { return m_error; }

private:
    QJsonObject m_object;
    QString m_error;
};

QJsonObject toJson(const JailSettings &jail)
{
    QJsonObject object{{u"mode"_s, textOf(kJails, jail.choice)}};
    if (jail.openFiles > 0)
        object.insert("open_files"_L1, static_cast<qint64>(jail.openFiles));
    if (jail.fileSizeMib > 0)
        object.insert("file_size_mib"_L1, static_cast<qint64>(jail.fileSizeMib));
    return object;
}

/// A jail with something that this version does not know would be a weaker one: refused.
JailSettings takeJail(Taker &taker)
{
    Taker inner(taker.object("jail"_L1));
    JailSettings jail;
    jail.choice = inner.word("mode"_L1, kJails, JailChoice::Rootless);
    jail.openFiles = inner.number("open_files"_L1);
    jail.fileSizeMib = inner.number("file_size_mib"_L1);
    if (!inner.error().isEmpty())
        taker.refuse("jail"_L1, u"“%1”: "_s + inner.error());
    if (const QJsonObject rest = inner.rest(); !rest.isEmpty())
        taker.refuse("jail"_L1,
                     text(QT_TRANSLATE_NOOP("MachineStore", "“%1” has a setting that this version does not know: ")) +
                         rest.begin().key());
    return jail;
}

void listUnknown(const QJsonObject &object, const QStringList &known, const QString &place, QStringList &found)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it->isNull() && !known.contains(it.key()))
            found << place + u'.' + it.key();
    }
}

void listUnknownInBucket(const QJsonObject &parent, const QString &key, const QString &place, QStringList &found)
{
    listUnknown(parent.value(key).toObject(), {u"size"_s, u"one_time_burst"_s, u"refill_time"_s}, place + u'.' + key,
                found);
}

void listUnknownInLimiter(const QJsonObject &parent, const QString &key, const QString &place, QStringList &found)
{
    const QJsonObject limiter = parent.value(key).toObject();
    const QString limiterPlace = place + u'.' + key;
    listUnknown(limiter, {u"bandwidth"_s, u"ops"_s}, limiterPlace, found);
    for (const QString &bucket : {u"bandwidth"_s, u"ops"_s})
        listUnknownInBucket(limiter, bucket, limiterPlace, found);
}

void listUnknownInDrive(const QJsonObject &drive, const QString &place, QStringList &found)
{
    listUnknown(drive,
                {u"drive_id"_s, u"path_on_host"_s, u"is_root_device"_s, u"partuuid"_s, u"is_read_only"_s,
                 u"cache_type"_s, u"io_engine"_s, u"rate_limiter"_s},
                place, found);
    listUnknownInLimiter(drive, u"rate_limiter"_s, place, found);
}

void listUnknownInInterface(const QJsonObject &interface, const QString &place, QStringList &found)
{
    listUnknown(interface,
                {u"iface_id"_s, u"host_dev_name"_s, u"socket_path"_s, u"port_forwards"_s, u"guest_mac"_s, u"mtu"_s,
                 u"rx_rate_limiter"_s, u"tx_rate_limiter"_s},
                place, found);
    for (const QString &limiter : {u"rx_rate_limiter"_s, u"tx_rate_limiter"_s})
        listUnknownInLimiter(interface, limiter, place, found);
    const QJsonArray forwards = interface.value("port_forwards"_L1).toArray();
    for (qsizetype at = 0; at < forwards.size(); ++at)
        listUnknown(forwards.at(at).toObject(), {u"protocol"_s, u"address"_s, u"host_port"_s, u"guest_port"_s},
                    place + u".port_forwards[%1]"_s.arg(at), found);
}

void listUnknownInDevices(const QJsonObject &config, QStringList &found)
{
    const QJsonArray interfaces = config.value("network-interfaces"_L1).toArray();
    for (qsizetype i = 0; i < interfaces.size(); ++i)
        listUnknownInInterface(interfaces.at(i).toObject(), u"network-interfaces[%1]"_s.arg(i), found);
    const auto section = [&](const QString &key, const QStringList &known) {
        listUnknown(config.value(key).toObject(), known, key, found);
    };
    section(u"mmds-config"_s, {u"version"_s, u"network_interfaces"_s, u"ipv4_address"_s, u"imds_compat"_s});
    section(u"vsock"_s, {u"vsock_id"_s, u"guest_cid"_s, u"uds_path"_s}); // the id is deprecated and means nothing
    section(u"balloon"_s, {u"amount_mib"_s, u"deflate_on_oom"_s, u"stats_polling_interval_s"_s, u"free_page_hinting"_s,
                           u"free_page_reporting"_s});
    section(u"entropy"_s, {u"rate_limiter"_s});
    section(u"serial"_s, {u"serial_out_path"_s, u"rate_limiter"_s});
    listUnknownInLimiter(config.value("entropy"_L1).toObject(), u"rate_limiter"_s, u"entropy"_s, found);
    listUnknownInBucket(config.value("serial"_L1).toObject(), u"rate_limiter"_s, u"serial"_s, found);
}

} // namespace

QByteArray definitionToText(const MachineDefinition &definition)
{
    QJsonObject object = definition.unknown;
    object.insert("version"_L1, MachineStore::kVersion);
    object.insert("id"_L1, definition.id);
    object.insert("name"_L1, definition.name);
    object.insert("group"_L1, definition.group);
    object.insert("tags"_L1, QJsonArray::fromStringList(definition.tags));
    object.insert("notes"_L1, definition.notes);
    object.insert("runner"_L1, textOf(kRunners, definition.runner));
    object.insert("jail"_L1, toJson(definition.jail));
    object.insert("log_level"_L1, textOf(kLogLevels, definition.logLevel));
    object.insert("created_at"_L1, definition.createdAt.toUTC().toString(Qt::ISODateWithMs));
    object.insert("config"_L1, toJson(definition.config));
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

std::expected<MachineDefinition, QString> definitionFromText(const QByteArray &source)
{
    const JsonResult<QJsonObject> parsed = parseObject(source);
    if (!parsed)
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("MachineStore", "It is not a JSON document: %1.")).arg(parsed.error()));
    if (const QString key = duplicateKey(source); !key.isEmpty())
        return std::unexpected(text(QT_TRANSLATE_NOOP("MachineStore", "“%1” is there twice.")).arg(key));

    Taker taker(*parsed);
    const QJsonValue version = taker.take("version"_L1);
    if (!version.isDouble() || version.toInt(0) < 1)
        return std::unexpected(text(QT_TRANSLATE_NOOP("MachineStore", "It has no usable “version”.")));
    if (version.toDouble() > MachineStore::kVersion)
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("MachineStore", "It was written by a newer version of Sparkler.")));

    MachineDefinition definition;
    definition.id = taker.string("id"_L1);
    definition.name = taker.string("name"_L1);
    definition.group = taker.string("group"_L1);
    definition.tags = taker.strings("tags"_L1);
    definition.notes = taker.string("notes"_L1);
    definition.runner = taker.word("runner"_L1, kRunners, RunnerChoice::Automatic);
    definition.jail = takeJail(taker);
    definition.logLevel = taker.word("log_level"_L1, kLogLevels, LogLevel::Info);
    const QString created = taker.string("created_at"_L1);
    definition.createdAt = QDateTime::fromString(created, Qt::ISODateWithMs).toUTC();
    if (!created.isEmpty() && !definition.createdAt.isValid())
        taker.refuse("created_at"_L1, text(QT_TRANSLATE_NOOP("MachineStore", "“%1” must be a date and time.")));
    const QJsonValue config = taker.take("config"_L1);
    definition.unknown = taker.rest();
    if (!taker.error().isEmpty())
        return std::unexpected(taker.error());

    const JsonResult<VmConfig> vm = vmConfigFromJson(config);
    if (!vm)
        return std::unexpected(text(QT_TRANSLATE_NOOP("MachineStore", "Its “config” is wrong: %1.")).arg(vm.error()));
    if (const QStringList unknown = unknownConfigKeys(config.toObject()); !unknown.isEmpty())
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("MachineStore", "Its “config” has settings that this version does not know: %1."))
                .arg(unknown.join(u", "_s)));
    definition.config = *vm;
    return definition;
}

QStringList unknownConfigKeys(const QJsonObject &config)
{
    QStringList found;
    listUnknown(config.value("boot-source"_L1).toObject(), {u"kernel_image_path"_s, u"initrd_path"_s, u"boot_args"_s},
                u"boot-source"_s, found);
    listUnknown(config.value("machine-config"_L1).toObject(),
                {u"vcpu_count"_s, u"mem_size_mib"_s, u"smt"_s, u"ht_enabled"_s, u"track_dirty_pages"_s, u"huge_pages"_s,
                 u"cpu_template"_s},
                u"machine-config"_s, found);
    const QJsonArray drives = config.value("drives"_L1).toArray();
    for (qsizetype i = 0; i < drives.size(); ++i)
        listUnknownInDrive(drives.at(i).toObject(), u"drives[%1]"_s.arg(i), found);
    listUnknownInDevices(config, found);
    return found;
}

QString duplicateKey(const QByteArray &text)
{
    // Only strings matter: one that a colon follows is a key of the innermost object.
    QList<QSet<QByteArray>> objects;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text.at(at);
        if (c == '{') {
            objects.append(QSet<QByteArray>());
        } else if (c == '}' && !objects.isEmpty()) {
            objects.removeLast();
        } else if (c == '"') {
            const qsizetype begin = ++at;
            while (at < text.size() && text.at(at) != '"')
                at += text.at(at) == '\\' ? 2 : 1;
            const QByteArray string = text.mid(begin, at - begin);
            qsizetype next = at + 1;
            while (next < text.size() && QByteArrayView(" \t\r\n").contains(text.at(next)))
                ++next;
            if (next >= text.size() || text.at(next) != ':' || objects.isEmpty())
                continue;
            if (objects.last().contains(string))
                return QString::fromUtf8(string);
            objects.last().insert(string);
        }
    }
    return {};
}

} // namespace sparkler::gui
