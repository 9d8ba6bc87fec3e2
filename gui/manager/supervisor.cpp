#include "manager/supervisor.h"

#include "manager/machine_private.h"

namespace sparkler::gui {
namespace {

/// Polls are spread over a second, so that many machines do not come all at once.
constexpr int kSlots = 10;
constexpr int kSlotMs = 1000 / kSlots;

} // namespace

struct Supervisor::Private {
    Private(const Paths &paths, MachineStore *store, Readiness *readiness, Supervisor *owner)
        : q(owner), context(paths, store, readiness, owner)
    {
    }

    Supervisor *q;
    MachineContext context;
    QHash<QString, Machine *> machines;
    QTimer timer;
    quint64 beat = 0;
    bool adopted = false;

    Machine *add(const QString &id);
    void adopt(Machine *machine);
    void remove(const QString &id);
    void tick();
};

Machine *Supervisor::Private::add(const QString &id)
{
    const MachineDefinition *definition = context.store->find(id);
    if (!definition || machines.contains(id))
        return nullptr;
    auto *machine = new Machine(std::make_unique<Machine::Private>(&context, *definition), q);
    machines.insert(id, machine);
    if (adopted)
        adopt(machine);
    emit q->added(machine);
    return machine;
}

void Supervisor::Private::adopt(Machine *machine)
{
    machine->d->adopt();
    if (machine->d->hasEngine())
        machine->d->tick(0); // its state is wanted now, not in a second
}

void Supervisor::Private::remove(const QString &id)
{
    Machine *machine = machines.take(id);
    if (!machine)
        return;
    emit q->aboutToRemove(machine);
    machine->deleteLater(); // it may be one of its own calls that ends here
}

void Supervisor::Private::tick()
{
    const quint64 slot = beat % kSlots;
    const quint64 round = beat / kSlots;
    ++beat;
    // A copy: what is told in a tick may add and remove machines.
    const QHash<QString, Machine *> all = machines;
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        if (qHash(entry.key()) % kSlots == slot && machines.value(entry.key()) == entry.value())
            entry.value()->d->tick(round);
    }
}

Supervisor::Supervisor(Paths paths, MachineStore *store, Readiness *readiness, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(paths, store, readiness, this))
{
    connect(store, &MachineStore::added, this, [this](const QString &id) { d->add(id); });
    connect(store, &MachineStore::removed, this, [this](const QString &id) { d->remove(id); });
    connect(store, &MachineStore::changed, this, [this](const QString &id) {
        if (Machine *machine = find(id))
            machine->d->takeDefinition();
    });
    connect(store, &MachineStore::preparingChanged, this, [this](const QString &id) {
        if (Machine *machine = find(id))
            emit machine->stateChanged(); // what can be done has changed
    });
    // Which runner "automatic" is hangs on what the host can do.
    connect(readiness, &Readiness::completed, this, [this] {
        const QList<Machine *> all = machines();
        for (Machine *machine : all)
            emit machine->stateChanged();
    });
    connect(&d->timer, &QTimer::timeout, this, [this] { d->tick(); });
    const QStringList ids = store->ids();
    for (const QString &id : ids)
        d->add(id);
}

Supervisor::~Supervisor()
{
    // They use the context, which is gone when QObject deletes its children.
    qDeleteAll(d->machines);
}

void Supervisor::observe()
{
    d->context.observing = true;
}

void Supervisor::adoptAll()
{
    const QStringList ids = d->context.store->ids();
    for (const QString &id : ids)
        d->add(id);
    d->adopted = true;
    for (const QString &id : ids) {
        if (Machine *machine = find(id))
            d->adopt(machine);
    }
    d->timer.start(kSlotMs);
}

void Supervisor::setTaskList(TaskList *tasks)
{
    d->context.emulated.setTaskList(tasks);
}

Machine *Supervisor::find(const QString &id) const
{
    return d->machines.value(id);
}

QList<Machine *> Supervisor::machines() const
{
    QList<Machine *> all;
    const QStringList ids = d->context.store->ids();
    for (const QString &id : ids) {
        if (Machine *machine = find(id))
            all.append(machine);
    }
    return all;
}

} // namespace sparkler::gui
