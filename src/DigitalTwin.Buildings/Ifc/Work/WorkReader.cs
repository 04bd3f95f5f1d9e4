using DigitalTwin.Buildings.Ifc.Reading;

namespace DigitalTwin.Buildings.Ifc.Work;

/// <summary>Reads schedules, tasks, their times and sequences, calendars and resources, in the manner of 2x3 and of 4.</summary>
internal sealed class WorkReader(IfcSource source, ObjectReader objects, double seconds)
{
    private readonly WorkTimes times = new(source, seconds);
    private readonly Dictionary<long, IfcTask> tasks = [];
    private readonly Dictionary<long, IfcWorkResource> resources = [];

    public IfcWork Read()
    {
        foreach (var record in source.All("IfcTask")) tasks[record.Id] = Task(record);
        foreach (var record in source.All("IfcConstructionResource")) resources[record.Id] = new(record.Id, record.Class, record.Text("Name"));
        foreach (var relation in source.All("IfcRelAssignsTasks")) GiveTimes(relation);
        foreach (var kind in (ReadOnlySpan<string>)["IfcRelNests", "IfcRelAggregates"])
            foreach (var relation in source.All(kind)) Nest(relation);
        foreach (var relation in source.All("IfcRelAssignsToProduct"))
            if (relation.Reference("RelatingProduct") is { } id && objects.Find(id) is IfcProduct product)
                foreach (var task in Tasks(relation)) Append(task, product);
        foreach (var relation in source.All("IfcRelAssignsToProcess")) Assign(relation);
        return new(Schedules(), [.. tasks.Values], [.. source.All("IfcRelSequence").Select(Sequence).OfType<IfcSequence>()], [.. source.All("IfcWorkCalendar").Select(Calendar)], [.. resources.Values]);
    }

    private IfcTask Task(IfcRecord r) => new()
    {
        Id = r.Id, GlobalId = r.Text("GlobalId") ?? "", Name = r.Text("Name"), Identification = r.Text("Identification"), Status = r.Text("Status"), Method = r.Text("WorkMethod"),
        PredefinedType = r.Enumeration("PredefinedType"), IsMilestone = r.Logical("IsMilestone") == true, Priority = (int?)r["Priority"].Integer,
        Time = source.Follow(r, "TaskTime", "IfcTaskTime") is { } time ? Time(time) : null,
    };

    private IfcTaskTime Time(IfcRecord r) => new()
    {
        Duration = times.Duration(r, "ScheduleDuration"), DurationElapses = r.Enumeration("DurationType") == "ELAPSEDTIME",
        Start = times.Date(r, "ScheduleStart"), Finish = times.Date(r, "ScheduleFinish"), EarlyStart = times.Date(r, "EarlyStart"), EarlyFinish = times.Date(r, "EarlyFinish"),
        LateStart = times.Date(r, "LateStart"), LateFinish = times.Date(r, "LateFinish"), FreeFloat = times.Duration(r, "FreeFloat"), TotalFloat = times.Duration(r, "TotalFloat"),
        IsCritical = r.Logical("IsCritical"), ActualStart = times.Date(r, "ActualStart"), ActualFinish = times.Date(r, "ActualFinish"), Completion = r.Number("Completion"),
    };

    private void GiveTimes(IfcRecord relation)
    {
        if (source.Follow(relation, "TimeForTask", "IfcScheduleTimeControl") is not { } time) return;
        foreach (var task in Tasks(relation)) task.Time ??= Time(time);
    }

    private void Nest(IfcRecord relation)
    {
        if (relation.Reference("RelatingObject") is not { } id || !tasks.TryGetValue(id, out var whole)) return;
        foreach (var part in Tasks(relation))
        {
            var above = whole;
            while (above is not null && above != part) above = above.Parent;
            if (above is not null) source.Warn($"{relation} makes {part} a part of {whole}, which is a part of it; the relation is left out.");
            else if (part.Parent is null)
            {
                part.Parent = whole;
                whole.Parts = [.. whole.Parts, part];
            }
        }
    }

    private void Assign(IfcRecord relation)
    {
        if (relation.Reference("RelatingProcess") is not { } id || !tasks.TryGetValue(id, out var task)) return;
        foreach (var other in relation.References("RelatedObjects"))
            if (objects.Find(other) is IfcProduct product) Append(task, product);
            else if (resources.TryGetValue(other, out var resource)) task.Resources = [.. task.Resources, resource];
    }

    private static void Append(IfcTask task, IfcProduct product)
    {
        if (!task.Products.Contains(product)) task.Products = [.. task.Products, product];
    }

    private IEnumerable<IfcTask> Tasks(IfcRecord relation) => relation.References("RelatedObjects").Select(id => tasks.GetValueOrDefault(id)).OfType<IfcTask>();

    private IReadOnlyList<IfcWorkSchedule> Schedules()
    {
        var assigned = source.All("IfcRelAssignsToControl").GroupBy(r => r.Reference("RelatingControl") ?? -1).ToDictionary(g => g.Key, g => g.SelectMany(Tasks).Distinct().ToArray());
        return [.. source.All("IfcWorkControl").Select(r => new IfcWorkSchedule(r.Id, r.Class, r.Text("Name"), times.Date(r, "StartTime"), times.Date(r, "FinishTime"), assigned.GetValueOrDefault(r.Id, [])))];
    }

    private IfcSequence? Sequence(IfcRecord r)
    {
        if (r.Reference("RelatingProcess") is not { } before || r.Reference("RelatedProcess") is not { } after) return null;
        foreach (var (attribute, id) in (ReadOnlySpan<(string, long)>)[("RelatingProcess", before), ("RelatedProcess", after)])
        {
            if (tasks.ContainsKey(id)) continue;
            if (source.Find(id) is not { } process || !process.Is("IfcProcess")) source.Broken(r, attribute, id, "IfcProcess");
            return null;
        }
        var kind = r.Enumeration("SequenceType") switch { "START_START" => IfcSequenceKind.StartStart, "FINISH_FINISH" => IfcSequenceKind.FinishFinish, "START_FINISH" => IfcSequenceKind.StartFinish, _ => IfcSequenceKind.FinishStart };
        var lag = r.Reference("TimeLag") is { } lagId && source.Find(lagId) is { } found && found.Is("IfcLagTime") ? found : (IfcRecord?)null;
        return new(before, after, kind, (lag is { } l ? times.Duration(l, "LagValue") : times.Duration(r, "TimeLag")) ?? TimeSpan.Zero, lag?.Enumeration("DurationType") == "ELAPSEDTIME");
    }

    private IfcWorkCalendar Calendar(IfcRecord r) => new(
        r.Id, r.Text("Name"), [.. source.FollowAll(r, "WorkingTimes", "IfcWorkTime").Select(WorkTime)], [.. source.FollowAll(r, "ExceptionTimes", "IfcWorkTime").Select(WorkTime)]);

    private IfcWorkTime WorkTime(IfcRecord r)
    {
        var pattern = source.Follow(r, "RecurrencePattern", "IfcRecurrencePattern");
        var periods = pattern is { } p ? source.FollowAll(p, "TimePeriods", "IfcTimePeriod").Select(t => (times.TimeOfDay(t, "StartTime") ?? TimeSpan.Zero, times.TimeOfDay(t, "EndTime") ?? TimeSpan.FromDays(1))) : [];
        int[] weekdays = pattern is { } q ? [.. q["WeekdayComponent"].Items.Select(i => (int)(i.Integer ?? 0)).Where(d => d is >= 1 and <= 7)] : [];
        return new(pattern?.Enumeration("RecurrenceType"), weekdays, times.Date(r, "Start"), times.Date(r, "Finish"), [.. periods]);
    }
}
