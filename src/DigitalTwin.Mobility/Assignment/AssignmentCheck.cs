namespace DigitalTwin.Mobility.Assignment;

/// <summary>What an assignment cannot be computed with. Readers find the same in files, with lines and columns; this is for networks made by programs.</summary>
internal static class AssignmentCheck
{
    public static void ThrowIfWrong(AssignmentNetwork network, IReadOnlyList<TravellerClass> classes, AssignmentOptions options)
    {
        for (var link = 0; link < network.LinkCount; link++)
        {
            Demand((uint)network.From[link] < (uint)network.NodeCount && (uint)network.To[link] < (uint)network.NodeCount, $"Link {link} begins or ends at no node.");
            Demand(AtLeastZero(network.FreeTime[link]) && AtLeastZero(network.B[link]) && AtLeastZero(network.Power[link]), $"Free time, B and power of link {network.LinkIds[link]} are at least 0.");
            Demand(network.Capacity[link] > 0 || network.FreeTime[link] * network.B[link] == 0, $"The capacity of link {network.LinkIds[link]} is above 0.");
        }
        Demand(classes.Count > 0, "At least one class of travellers drives.");
        foreach (var traveller in classes)
        {
            Demand(traveller.Demand.ZoneCount == network.ZoneCount, $"The trips of {traveller.Name} are between {traveller.Demand.ZoneCount} zones, the network has {network.ZoneCount}.");
            Demand(traveller.CarUnits > 0 && double.IsFinite(traveller.CarUnits), $"The passenger-car units of {traveller.Name} are above 0.");
            Demand(AtLeastZero(traveller.TollFactor) && AtLeastZero(traveller.DistanceFactor), $"Toll and distance factor of {traveller.Name} are at least 0.");
            foreach (var link in traveller.BannedLinks) Demand((uint)link < (uint)network.LinkCount, $"{traveller.Name} may not use link {link}, which does not exist.");
            for (var link = 0; link < network.LinkCount; link++)
                Demand(AtLeastZero(traveller.TollFactor * network.Toll[link] + traveller.DistanceFactor * network.Length[link]), $"Toll and distance of link {network.LinkIds[link]} together cost {traveller.Name} less than nothing.");
        }
        Demand(options.Gap > 0 && options.MostIterations >= 1, "The gap is above 0 and at least one iteration is allowed.");
    }

    public static void ThrowIfWrong(AssignmentState state)
    {
        for (var link = 0; link < state.Network.LinkCount; link++)
            Demand(state.CapacityFactor[link] > 0 && double.IsFinite(state.CapacityFactor[link]), $"The capacity factor of link {state.Network.LinkIds[link]} is above 0; a link without capacity is closed.");
        foreach (var factor in state.DemandFactor) Demand(AtLeastZero(factor), "Demand factors are at least 0.");
    }

    private static bool AtLeastZero(double value) => value >= 0 && double.IsFinite(value);

    private static void Demand(bool holds, [System.Runtime.CompilerServices.InterpolatedStringHandlerArgument("holds")] ref Sentence sentence)
    {
        if (!holds) throw new ArgumentException(sentence.Text);
    }

    private static void Demand(bool holds, string sentence)
    {
        if (!holds) throw new ArgumentException(sentence);
    }

    /// <summary>A sentence that is put together only when something is wrong.</summary>
    [System.Runtime.CompilerServices.InterpolatedStringHandler]
    private ref struct Sentence
    {
        private System.Runtime.CompilerServices.DefaultInterpolatedStringHandler text;

        public Sentence(int literals, int holes, bool holds, out bool wanted)
        {
            wanted = !holds;
            if (wanted) text = new(literals, holes);
        }

        public string Text => text.ToStringAndClear();

        public void AppendLiteral(string value) => text.AppendLiteral(value);

        public void AppendFormatted<T>(T value) => text.AppendFormatted(value);
    }
}
