using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Numerics.Text;
using DigitalTwin.Simulation.Loop;

namespace DigitalTwin.Simulation.Mobility;

/// <summary>Spaces that an operator books for the drivers of one occasion.</summary>
internal static class BookedSpaces
{
    /// <summary>How long after its driver sets out a space is kept, s, unless said; an assumption: longer than nearly all drives in a city.</summary>
    private const double UsualKept = 3600;

    /// <summary>Books them at the state's time for who sets out from another on, which is later on days of learning; and says how many.</summary>
    public static LocalizedText Book(MobilityModel model, MobilityState state, MobilitySite site, DueAction action, string target, double from)
    {
        var facility = site.FacilityOf(target);
        var (group, to) = (action.Words["for"], action.Words.GetValueOrDefault("to"));
        var wanted = new SpaceBooking(facility, (int)action.Values["spaces"], from + action.Values["lasts"], action.Values.GetValueOrDefault("kept", UsualKept))
        {
            From = from,
            Groups = group == MobilityVocabulary.Everybody ? ulong.MaxValue : model.Parking.BitsOf([group]),
            Destination = to is null ? -1 : site.PlaceOf(to),
        };
        return Sentence(target[(target.LastIndexOf('/') + 1)..], state.Parking.Closed[facility], state.Book(wanted), wanted.Spaces, group);
    }

    private static LocalizedText Sentence(string id, bool isClosed, int booked, int wanted, string group)
    {
        if (isClosed) return new($"{id} is closed: no space is booked for '{group}'.", $"{id} 已关闭，未能为“{group}”预订泊位。");
        if (booked == wanted) return new($"{id} has {Plural.Of(booked, "space")} booked for '{group}'.", $"{id} 已为“{group}”预订 {booked} 个泊位。");
        return new(
            $"{id} has {booked} of {Plural.Of(wanted, "space")} booked for '{group}': no more of them set out in the time, park within a walk of it and find a space that they may use.",
            $"{id} 已为“{group}”预订 {booked} 个泊位（计划 {wanted} 个）：该时段内出发、步行可达且可使用的驾驶人或泊位不足。");
    }
}
