using DigitalTwin.Mobility;
using DigitalTwin.Mobility.Demand;
using DigitalTwin.Mobility.Parking;
using DigitalTwin.Mobility.Parking.Drivers;
using DigitalTwin.Mobility.Roads;
using DigitalTwin.Numerics.Randomness;

namespace DigitalTwin.Verification.Mobility.Newell1993KinematicWave;

/// <summary>
/// Roads of which every number is round: a lane has a free speed of 20 m/s, a capacity of 0.5 vehicles/s and a jam density of 0.15 vehicles/m, and therefore a backward wave of 4 m/s. Cars enter evenly spaced.
/// </summary>
internal sealed class StraightRoads
{
    public const double FreeSpeed = 20, Capacity = 0.5, JamDensity = 0.15, Wave = 4;

    public StraightRoads(int nodes, (int From, int To, double Length, double Lanes)[] links, MobilityOptions? options = null)
    {
        T[] Each<T>(Func<(int From, int To, double Length, double Lanes), T> value) => [.. links.Select(value)];
        var network = new RoadNetwork(
            new RoadNodes
            {
                Ids = [.. Enumerable.Range(0, nodes).Select(n => $"n{n}")],
                Longitude = [.. Enumerable.Repeat(double.NaN, nodes)],
                Latitude = [.. Enumerable.Repeat(double.NaN, nodes)],
                IsThrough = [.. Enumerable.Repeat(true, nodes)],
            },
            new RoadLinks
            {
                Ids = [.. Enumerable.Range(0, links.Length).Select(n => $"l{n}")],
                From = Each(l => l.From),
                To = Each(l => l.To),
                Length = Each(l => l.Length),
                Lanes = Each(l => l.Lanes),
                FreeSpeed = Each(_ => FreeSpeed),
                Capacity = Each(l => Capacity * l.Lanes),
                GreenShare = Each(_ => 1.0),
                Storage = Each(l => JamDensity * l.Lanes * l.Length),
                Class = Each(_ => RoadClass.Secondary),
                Course = new double[]?[links.Length],
                Names = Each(_ => ""),
            },
            []);
        var places = new Places { Ids = network.Nodes.Ids, Longitude = network.Nodes.Longitude, Latitude = network.Nodes.Latitude, Node = [.. Enumerable.Range(0, nodes)] };
        Model = new MobilityModel(network, new ParkingSupply([], []), places, [DriverGroups.Default[0]], options ?? new MobilityOptions());
        State = Model.InitialState(new KeyedRandom(1));
    }

    public MobilityModel Model { get; }

    public MobilityState State { get; }

    /// <summary>Cars from a node to others by turns, a number a second, between two times.</summary>
    public void Feed(int from, int[] to, double flow, double begin, double until)
    {
        var count = (int)Math.Round(flow * (until - begin));
        Model.AddTrips(State, new TripTable
        {
            Places = Model.Places,
            Ids = [.. Enumerable.Range(0, count).Select(i => $"t{i}")],
            Origin = [.. Enumerable.Repeat(from, count)],
            Destination = [.. Enumerable.Range(0, count).Select(i => to[i % to.Length])],
            Departure = [.. Enumerable.Range(0, count).Select(i => begin + i / flow)],
            Dwell = [.. Enumerable.Repeat(double.NaN, count)],
            Returns = new bool[count],
            Purpose = new byte[count],
            Group = new byte[count],
            Purposes = ["any"],
            Groups = ["any"],
        });
    }

    /// <summary>Vehicles that entered a link up to a time; the roads are advanced to it, and nobody is lost on the way.</summary>
    public int EnteredAt(int link, double time)
    {
        AdvanceTo(time);
        return State.Tally(link).Entered;
    }

    public int LeftAt(int link, double time)
    {
        AdvanceTo(time);
        return State.Tally(link).Left;
    }

    public void AdvanceTo(double time)
    {
        while (State.Time < time)
        {
            Model.Advance(State, Math.Min(time, State.Time + 50));
            Assert.Equal(State.TripCount, State.Count().Sum);
        }
    }
}
