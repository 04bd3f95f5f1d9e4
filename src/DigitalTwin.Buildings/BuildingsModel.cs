using DigitalTwin.Buildings.Districts;
using DigitalTwin.Buildings.Sun;
using DigitalTwin.Buildings.Use;
using DigitalTwin.Buildings.Weather;
using DigitalTwin.Buildings.Zones;
using DigitalTwin.Numerics.Diagnostics;

namespace DigitalTwin.Buildings;

/// <summary>
/// A district's buildings: people, rooms, plant, roofs and taps, hour after hour. The one door of this library. A model is immutable and shared by runs and threads; what moves is in a
/// <see cref="BuildingsState"/>. What becomes of a building depends on nothing but itself, the weather and the time, so a city may be cut into any number of models and every building keeps its bits.
/// </summary>
/// <example><code>
/// var model = new BuildingsModel(buildings, UseProfiles.Shipped, new BuildingsOptions { Latitude = 30.5, Longitude = 114.3 });
/// var state = model.InitialState();
/// for (var hour = 0; hour &lt; 8760; hour++) model.Advance(state, [weather[hour]], from: 3600 * hour, seconds: 3600);
/// Console.WriteLine(state.Total(building: 0, BuildingQuantity.Import) / 3.6e6);   // kWh
/// </code></example>
public sealed class BuildingsModel
{
    /// <summary>Longest array of steps that is advanced at once.</summary>
    public const int MostSteps = 1 << 16;

    private readonly int[] places;
    private readonly IReadOnlyList<Horizon>? horizons;
    private readonly double airHeat;
    private readonly SkyOnSectors skies;
    private readonly UseProfile[] profiles;

    /// <summary>Joins what does not change.</summary>
    /// <param name="buildings">Buildings; later ones that are not built yet too (<see cref="BuildingControl.IsActive"/>).</param>
    /// <param name="uses">What people do in them.</param>
    /// <param name="options">What all share.</param>
    /// <param name="places">By building, which place of the weather it has; place 0 for all unless given.</param>
    /// <param name="horizons">By building, what hides sun and sky from it; nothing unless given.</param>
    /// <exception cref="InputException">The options or buildings are wrong: every mistake is listed.</exception>
    public BuildingsModel(IReadOnlyList<Building> buildings, UseProfiles uses, BuildingsOptions options, IReadOnlyList<int>? places = null, IReadOnlyList<Horizon>? horizons = null)
    {
        ArgumentNullException.ThrowIfNull(buildings);
        ArgumentNullException.ThrowIfNull(uses);
        ArgumentNullException.ThrowIfNull(options);
        (Buildings, Uses, Options) = (buildings, uses, options);
        this.places = places is null ? new int[buildings.Count] : [.. places];
        if (this.places.Length != buildings.Count) throw new ArgumentException($"{this.places.Length} places of weather for {buildings.Count} buildings.", nameof(places));
        if (this.places.Any(p => p < 0)) throw new ArgumentException("A place of weather is counted from 0.", nameof(places));
        if (horizons is not null && horizons.Count != buildings.Count) throw new ArgumentException($"{horizons.Count} horizons for {buildings.Count} buildings.", nameof(horizons));
        this.horizons = horizons;
        Places = this.places.DefaultIfEmpty(0).Max() + 1;
        BuildingCheck.Throw(buildings, options);
        profiles = [.. Enum.GetValues<BuildingUse>().Select(u => uses[u])];
        airHeat = ZoneAir.Density(options.Altitude) * ZoneAir.SpecificHeat;
        skies = new(options);
        Layout = Lay([.. buildings.Select(b => new BuildingControl(b.Use))]);
        Columns = Padding(Layout);
        Span<double> row = stackalloc double[Lane.Count];
        for (var i = 0; i < buildings.Count; i++)
        {
            var building = buildings[i];
            EnvelopeColumns.Write(building.Zone, HorizonOf(i), row);
            ControlColumns.Write(building, uses[building.Use], new BuildingControl(building.Use), row);
            BuildingsState.Write(row, Columns[Layout.Block(i)], Layout.LaneOf(i));
        }
    }

    /// <summary>Buildings, in the order in which states count them.</summary>
    public IReadOnlyList<Building> Buildings { get; }

    /// <summary>What people do in them.</summary>
    public UseProfiles Uses { get; }

    /// <summary>What all share.</summary>
    public BuildingsOptions Options { get; }

    /// <summary>Places of weather: one more than the highest that a building has.</summary>
    public int Places { get; }

    internal DistrictLayout Layout { get; }

    internal double[][] Columns { get; }

    /// <summary>All buildings at the start temperature, nothing set.</summary>
    public BuildingsState InitialState() => new(this);

    /// <summary>Advances over one step.</summary>
    /// <param name="state">A state of this model.</param>
    /// <param name="weather">By place, means over the step.</param>
    /// <param name="from">Begin, s since the clock's start.</param>
    /// <param name="seconds">Length, s: above 0 to <see cref="BuildingsOptions.LongestStep"/>.</param>
    /// <param name="cancellation">Stops it between blocks; the state is then only good to be loaded again.</param>
    public void Advance(BuildingsState state, ReadOnlySpan<Outdoors> weather, double from, double seconds, CancellationToken cancellation = default) =>
        Advance(state, weather, from, seconds, 1, [], cancellation);

    /// <summary>Advances over several steps, for which the weather is known: a block of buildings after the other, so that each is fetched from memory once.</summary>
    /// <param name="state">A state of this model.</param>
    /// <param name="weather">By step and place, means over the step.</param>
    /// <param name="from">Begin of the first step, s since the clock's start.</param>
    /// <param name="seconds">Length of a step, s: above 0 to <see cref="BuildingsOptions.LongestStep"/>.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="sums">
    /// By step and <see cref="BuildingQuantity"/>, to which all buildings' values are added; or empty. Each value is rounded to a fixed quantum first (1 mW, 6e-14 m³/s), so the sums of parts of a city add
    /// up to the city's in every bit. Temperatures are summed over the buildings that stand.
    /// </param>
    /// <param name="cancellation">Stops it between blocks; the state is then only good to be loaded again.</param>
    public void Advance(BuildingsState state, ReadOnlySpan<Outdoors> weather, double from, double seconds, int steps, Span<double> sums, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!ReferenceEquals(state.Model, this)) throw new ArgumentException("The state is of another model.", nameof(state));
        if (!(seconds is > 0 and <= BuildingsOptions.LongestStep)) throw new ArgumentOutOfRangeException(nameof(seconds), seconds, $"A step is above 0 to {BuildingsOptions.LongestStep} s long.");
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, MostSteps);
        if (weather.Length != steps * Places) throw new ArgumentException($"{steps} steps at {Places} places need as many weathers; found {weather.Length}.", nameof(weather));
        if (sums.Length != 0 && sums.Length != steps * Lane.Quantities) throw new ArgumentException($"{steps} steps have {steps * Lane.Quantities} sums; found room for {sums.Length}.", nameof(sums));
        WeatherCheck.Check(weather, Places);
        new DistrictRun(this, state, skies, profiles, airHeat).Advance(weather, from, seconds, steps, sums, cancellation);
        state.Time = from + (seconds * steps);
    }

    /// <summary>Lays buildings out by their uses.</summary>
    internal DistrictLayout Lay(ReadOnlySpan<BuildingControl> controls)
    {
        var uses = new int[controls.Length];
        for (var i = 0; i < uses.Length; i++) uses[i] = (int)controls[i].Use;
        return new(uses, places);
    }

    /// <summary>What hides sun and sky from a building.</summary>
    internal Horizon HorizonOf(int building) => horizons?[building] ?? Horizon.Open;

    /// <summary>The columns of a building as it stands.</summary>
    internal void Row(int building, Span<double> row) => BuildingsState.Read(Columns[Layout.Block(building)], Layout.LaneOf(building), row);

    /// <summary>Blocks of lanes in which nobody is and nothing happens.</summary>
    internal static double[][] Padding(DistrictLayout layout)
    {
        var blocks = new double[layout.Blocks][];
        for (var block = 0; block < blocks.Length; block++)
        {
            blocks[block] = new double[Lane.Count * Lane.Width];
            // Something for each divisor.
            foreach (var column in new[] { Lane.Inner, Lane.Surface, Lane.Capacity }) blocks[block].AsSpan(column * Lane.Width, Lane.Width).Fill(1);
        }
        return blocks;
    }
}
